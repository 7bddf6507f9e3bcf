import { useTranslation } from 'react-i18next';

import type { OpenSession, Person } from '@/features/access/access';
import { usePrivacy } from '@/ui/Privacy';

/** Names and devices as this screen shows them. */
export function useAccessWords() {
  const { t } = useTranslation('access');
  const { mode } = usePrivacy();
  const name = (full: string): string =>
    ({ names: full, initials: initialsOf(full), hidden: t('name-hidden') })[mode];
  const email = (address: string): string => (mode === 'names' ? address : t('email-hidden'));
  const device = ({ browser, system }: OpenSession): string => {
    if (browser && system) return t('device', { browser, system });
    return browser || system || t('device-unknown');
  };
  const standing = ({ lockedAt, needsLink, factors }: Person): string | null => {
    if (lockedAt) return t('locked');
    if (needsLink) return t('needs-link');
    return factors.length === 0 ? t('not-set-up') : null;
  };
  return { name, email, device, standing };
}

function initialsOf(full: string): string {
  return full
    .split(/\s+/)
    .map((part) => part.charAt(0).toLocaleUpperCase())
    .join('');
}
