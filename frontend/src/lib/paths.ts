/** Every address inside the app. Links come from here and hold ids, never people. */
export const paths = {
  start: '/',
  signIn: '/sign-in',
  setUp: '/set-up',
  invite: '/invite',
  leads: '/leads',
  events: '/events',
  compared: '/events/compared',
  audit: '/audit',
  access: '/access',
  reset: '/reset',
  security: '/me/security',
  keys: '/settings/keys',
} as const;

/** The pages that a link with a token in it opens, for whoever holds it. */
export const linkPages: readonly string[] = [paths.invite, paths.reset];

/** The pages in the staff's rail, by the letter that leads there after G; the last ones stand behind the scenes. */
export const staffPages = [
  { letter: 'l', name: 'leads', path: paths.leads, behind: false },
  { letter: 'e', name: 'events', path: paths.events, behind: true },
  { letter: 'a', name: 'audit', path: paths.audit, behind: true },
  { letter: 'u', name: 'access', path: paths.access, behind: true },
] as const;

/** Pages that the palette leads to, and a link on the page they belong to. */
export const furtherPages = [{ name: 'keys', path: paths.keys }] as const;

export function pathOfLead(personId: string): string {
  return `${paths.leads}?person=${personId}`;
}

/** The two front doors, each its own page load. */
export const doors = { staff: '/', portal: '/portal' } as const;
export type Door = keyof typeof doors;
