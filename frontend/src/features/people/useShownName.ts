import { useTranslation } from 'react-i18next';

import { usePrivacy } from '@/ui/Privacy';

/** A name as far as this screen shows it; the text itself changes, so that whatever reads it is told no more. */
export function useShownName(): (name: string) => string {
  const { t } = useTranslation('people');
  const { mode } = usePrivacy();
  return (name) => {
    const initials = name
      .split(/\s+/)
      .map((word) => [...word][0] ?? '')
      .join('');
    return { names: name, initials, hidden: t('hidden') }[mode];
  };
}
