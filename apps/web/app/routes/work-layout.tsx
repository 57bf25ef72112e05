import { useEffect } from 'react';
import { Outlet } from 'react-router';
import { DeskBar } from '../features/shell/desk-bar.js';
import { RefusedPage } from '../features/shell/refused-page.js';
import { loadOrders, loadWork } from '../i18n/catalogue.js';
import { useMessages } from '../i18n/messages.js';

await loadOrders();
await loadWork();

/** From the second visit on, "new piece" opens without a network. */
async function workOffline(lang: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  active?.postMessage({ keep: [`/${lang}/workshop/new`, ...files.filter((path) => path.startsWith('/assets/'))] });
}

export default function WorkLayout() {
  const { lang } = useMessages();
  useEffect(() => void workOffline(lang).catch(() => undefined), [lang]);
  return (
    <div className="workshop">
      <DeskBar />
      <Outlet />
    </div>
  );
}

export const ErrorBoundary = RefusedPage;
