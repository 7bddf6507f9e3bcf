/** The portal's worker keeps the files of its pages and the help numbers, nothing else; see public/portal-worker.js. */
const WORKER = '/portal-worker.js';

/** For whoever is signed in: lets the pages open without a connection. A browser that cannot, or may not, loads them each time. */
export function keepPages(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  navigator.serviceWorker.register(WORKER, { scope: '/portal' }).catch(() => undefined);
}

/** At sign-out: whoever holds this phone next finds nothing, not even that a page was here. */
export async function forgetPages(): Promise<void> {
  try {
    const names = await caches.keys();
    await Promise.all(names.map((name) => caches.delete(name)));
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.map((worker) => worker.unregister()));
  } catch {
    // Without caches there is nothing to forget.
  }
}
