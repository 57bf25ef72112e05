import { Outlet } from 'react-router';
import { RefusedPage } from '../features/shell/refused-page.js';
import { loadOrders } from '../i18n/catalogue.js';

await loadOrders();

export default function OrdersLayout() {
  return <Outlet />;
}

export const ErrorBoundary = RefusedPage;
