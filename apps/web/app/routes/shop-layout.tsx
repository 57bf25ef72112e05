import { Outlet } from 'react-router';
import { RefusedPage } from '../features/shell/refused-page.js';

export default function ShopLayout() {
  return <Outlet />;
}

/** Below the language, so that a refused page keeps its header, language and direction. */
export const ErrorBoundary = RefusedPage;
