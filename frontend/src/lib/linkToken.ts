/**
 * Takes the token of a link, an invite's or a reset's, out of the address and wipes it there at once, so that it stays
 * neither in the history nor in a shared screenshot. Servers never see it: browsers do not send the part after #.
 */
export function takeLinkToken(...pages: string[]): string | null {
  const { pathname, hash } = window.location;
  if (!pages.includes(pathname) || hash.length < 2) return null;
  window.history.replaceState(null, '', pathname);
  return hash.slice(1);
}
