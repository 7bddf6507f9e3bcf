/** Every address inside the app. Links come from here and hold ids, never people. */
export const paths = {
  start: '/',
  signIn: '/sign-in',
  setUp: '/set-up',
  invite: '/invite',
  leads: '/leads',
} as const;

/** The pages in the staff's rail, by the letter that leads there after G. */
export const staffPages = [{ letter: 'l', name: 'leads', path: paths.leads }] as const;

export function pathOfLead(personId: string): string {
  return `${paths.leads}?person=${personId}`;
}

/** The two front doors, each its own page load. */
export const doors = { staff: '/', portal: '/portal' } as const;
export type Door = keyof typeof doors;
