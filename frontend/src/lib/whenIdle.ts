/** However busy the page stays, nothing waits longer for its turn. */
const AT_LAST_MS = 2_000;

/** Does something once the browser has nothing better to do; what is returned calls it off. */
export function whenIdle(act: () => void): () => void {
  // Safari has no such moment to offer.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(act, AT_LAST_MS);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: AT_LAST_MS });
  return () => cancelIdleCallback(handle);
}
