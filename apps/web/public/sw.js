// Keeps the maker's "new piece" page usable without a network. Network first, always: a copy is shown only when there is
// nothing better. Other people's pages and anything signed in elsewhere are never kept.
const PAGES = 'pages-1';
const FILES = 'files-1';
const KEPT = /^\/(en|fr|ar)\/workshop\/new$/;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== PAGES && name !== FILES) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(file(request));
  else if (request.mode === 'navigate' && KEPT.test(url.pathname)) event.respondWith(page(request, url.pathname));
});

self.addEventListener('message', (event) => {
  // Signing out empties what was kept for the person who left.
  if (event.data === 'forget') event.waitUntil(caches.delete(PAGES));
  // The first visit loaded its page and files before this worker was there to keep them.
  else if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep));
});

async function keep(paths) {
  const [pages, files] = [await caches.open(PAGES), await caches.open(FILES)];
  for (const path of paths) {
    const into = KEPT.test(path) ? pages : files;
    if ((await into.match(path)) === undefined) await into.add(path).catch(() => undefined);
  }
}

async function page(request, path) {
  const kept = await caches.open(PAGES);
  try {
    const response = await fetch(request);
    if (response.ok && !response.redirected) await kept.put(path, response.clone());
    return response;
  } catch {
    return (await kept.match(path)) ?? new Response('', { status: 503 });
  }
}

// Files carry their content's hash in their name: once fetched, they never change.
async function file(request) {
  const known = await caches.match(request);
  if (known !== undefined) return known;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(FILES)).put(request, response.clone());
  return response;
}
