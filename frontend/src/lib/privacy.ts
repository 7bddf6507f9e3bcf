/** How much of a name this screen shows; the text itself changes, so that screen readers and print follow. */
export type PrivacyMode = 'names' | 'initials' | 'hidden';

export const nextMode: Record<PrivacyMode, PrivacyMode> = {
  names: 'initials',
  initials: 'hidden',
  hidden: 'names',
};
