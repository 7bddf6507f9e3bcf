// Keeps the portal's shell: the page without its nonce, the files the build made, and the help numbers, which are
// nobody's. Nothing that anyone typed or was answered is ever kept; nothing else that /api and /auth say passes through
// here at all.
const CACHE = 'portal-shell-1';
const SHELL = '/portal';
const HELP = '/api/help';
const NONCE = '__CSP_NONCE__';

self.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([fetchShell(), fetchHelp()]).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && isPage(pathname)) event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (pathname === HELP) event.respondWith(help(request));
});

function isPage(pathname) {
  return pathname === SHELL || pathname.startsWith(`${SHELL}/`);
}

/** The page as it is now; without a connection the kept one, with a nonce of its own that no one has seen before. */
async function page(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) await keep(answer.clone());
    return answer;
  } catch {
    const kept = await caches.match(SHELL);
    return kept ? withFreshNonce(await kept.text()) : Response.error();
  }
}

async function fetchShell() {
  const answer = await fetch(SHELL, { cache: 'no-store' });
  if (!answer.ok) return;
  const cache = await caches.open(CACHE);
  // Files name further ones, and a set that grows while it is gone through is gone through to its end.
  const files = new Set(filesIn(await keep(answer)));
  for (const file of files) {
    const found = await fetch(file);
    if (!found.ok) continue;
    await cache.put(file, found.clone());
    filesIn(await found.text()).forEach((further) => files.add(further));
  }
}

/** Scripts and styles that a text names, by their own folder or from beside them. Fonts are kept when they are used. */
function filesIn(text) {
  const named = text.matchAll(/(?:\/?assets\/|["'`]\.\/)([\w.-]+\.(?:js|css))/g);
  return [...named].map(([, name]) => `/assets/${name}`);
}

async function keep(answer) {
  const nonce = /nonce-([\w+/=-]+)/.exec(answer.headers.get('Content-Security-Policy') ?? '')?.[1];
  const text = await answer.text();
  // A page whose nonce cannot be told must not be kept.
  if (!nonce) return text;
  const shell = text.replaceAll(nonce, NONCE);
  const cache = await caches.open(CACHE);
  await cache.put(SHELL, new Response(shell, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }));
  return shell;
}

function withFreshNonce(shell) {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const policy =
    `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; ` +
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; " +
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  return new Response(shell.replaceAll(NONCE, nonce), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    },
  });
}

/** Those of today; without a connection, those of last time. */
async function help(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) await keepHelp(answer.clone());
    return answer;
  } catch {
    return (await caches.match(HELP)) ?? Response.error();
  }
}

async function fetchHelp() {
  const answer = await fetch(HELP, { cache: 'no-store' });
  if (answer.ok) await keepHelp(answer);
}

async function keepHelp(answer) {
  const cache = await caches.open(CACHE);
  await cache.put(HELP, answer);
}

/** Their names hold what is in them, so one that is kept is the right one for ever. */
async function asset(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(CACHE);
    await cache.put(request, answer.clone());
  }
  return answer;
}
