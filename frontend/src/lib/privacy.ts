import { readSetting, writeSetting } from '@/lib/setting';

/** How much of a name this screen shows; the text itself changes, so that screen readers and print follow. */
export type PrivacyMode = 'names' | 'initials' | 'hidden';

export const nextMode: Record<PrivacyMode, PrivacyMode> = {
  names: 'initials',
  initials: 'hidden',
  hidden: 'names',
};

const NAME = 'privacy';

export function rememberedMode(): PrivacyMode {
  const said = readSetting(NAME);
  return said === 'initials' || said === 'hidden' ? said : 'names';
}

export function rememberMode(mode: PrivacyMode): void {
  writeSetting(NAME, mode);
}
