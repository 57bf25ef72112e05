import { Outlet } from 'react-router';
import { RefusedPage } from '../features/shell/refused-page.js';
import { loadOrders, loadWork } from '../i18n/catalogue.js';

await loadOrders();
await loadWork();

export default function WorkLayout() {
  return (
    <div className="workshop">
      <Outlet />
    </div>
  );
}

export const ErrorBoundary = RefusedPage;
