/** Every address inside the app. Links come from here and hold ids, never people. */
export const paths = {
  start: '/',
  signIn: '/sign-in',
  setUp: '/set-up',
  invite: '/invite',
  leads: '/leads',
  audit: '/audit',
} as const;

/** The two front doors, each its own page load. */
export const doors = { staff: '/', portal: '/portal' } as const;
export type Door = keyof typeof doors;
