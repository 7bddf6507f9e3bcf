import { useTranslation } from 'react-i18next';

import { usePrivacy } from '@/ui/Privacy';

interface Named {
  name?: string | undefined;
  initials?: string | undefined;
}

/** A person's name as far as this screen shows it. */
export function useName(): (person: Named) => string {
  const { t } = useTranslation('today');
  const { mode } = usePrivacy();
  return ({ name, initials }) => {
    if (mode === 'hidden') return t('name-hidden');
    return (mode === 'names' ? name : initials) ?? t('no-name');
  };
}
