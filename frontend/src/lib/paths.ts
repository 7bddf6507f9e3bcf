/** Every address inside the app. Links come from here and hold ids, never people. */
export const paths = {
  start: '/',
  signIn: '/sign-in',
  setUp: '/set-up',
  firstCard: '/set-up/card',
  invite: '/invite',
  leads: '/leads',
  leadsExport: '/leads/export',
  people: '/people',
  matches: '/people/matches',
  calendar: '/calendar',
  connections: '/connections',
  events: '/events',
  compared: '/events/compared',
  audit: '/audit',
  access: '/access',
  reset: '/reset',
  security: '/me/security',
  settings: '/settings',
  scoring: '/settings/scoring',
  keys: '/settings/keys',
  helpNumbers: '/settings/help-numbers',
  hours: '/settings/hours',
  retention: '/settings/retention',
  practice: '/settings/practice',
  person: '/people/$personId',
  erasure: '/people/$personId/erasure',
  today: '/today',
  clients: '/clients',
} as const;

/** The pages that a link with a token in it opens, for whoever holds it. */
export const linkPages: readonly string[] = [paths.invite, paths.reset];

/** The client's own pages. Known as text alone: the router's types are those of the staff's pages. */
export const portalPaths: Record<'checkIn' | 'trend' | 'bookings' | 'me' | 'help', string> = {
  checkIn: '/check-in',
  trend: '/trend',
  bookings: '/bookings',
  me: '/me',
  help: '/help',
};

/** Those that open before anybody has said who is there: what they show is nobody's. */
export const openPages: readonly string[] = [portalPaths.help, portalPaths.checkIn];

/** The pages in the staff's rail, by the letter that leads there after G; the last ones stand behind the scenes. */
export const staffPages = [
  { letter: 'l', name: 'leads', path: paths.leads, behind: false },
  { letter: 'p', name: 'people', path: paths.people, behind: false },
  { letter: 'c', name: 'calendar', path: paths.calendar, behind: false },
  { letter: 't', name: 'today', path: paths.today, behind: false },
  { letter: 'n', name: 'connections', path: paths.connections, behind: true },
  { letter: 'e', name: 'events', path: paths.events, behind: true },
  { letter: 'a', name: 'audit', path: paths.audit, behind: true },
  { letter: 'u', name: 'access', path: paths.access, behind: true },
  { letter: 's', name: 'settings', path: paths.settings, behind: true },
] as const;

/** The pages in a practitioner's rail. */
export const practitionerPages = [
  { name: 'today', path: paths.today },
  { name: 'clients', path: paths.clients },
  { name: 'calendar', path: paths.calendar },
] as const;

/** Pages that the palette leads to, and a link on the page they belong to. */
export const furtherPages = [
  { name: 'matches', path: paths.matches },
  { name: 'scoring', path: paths.scoring },
  { name: 'keys', path: paths.keys },
  { name: 'help-numbers', path: paths.helpNumbers },
  { name: 'hours', path: paths.hours },
  { name: 'retention', path: paths.retention },
  { name: 'practice', path: paths.practice },
] as const;

export function pathOfLead(personId: string): string {
  return `${paths.leads}?person=${personId}`;
}

/** The two front doors, each its own page load. */
export const doors = { staff: '/', portal: '/portal' } as const;
export type Door = keyof typeof doors;
