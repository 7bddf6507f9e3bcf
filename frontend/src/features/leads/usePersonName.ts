import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { Lead } from '@/features/leads/leads';
import { usePrivacy } from '@/ui/Privacy';

/** A person's name as far as this screen shows it. */
export function usePersonName(): (lead: Pick<Lead, 'name' | 'initials'> | undefined) => string {
  const { t } = useTranslation('leads');
  const { mode } = usePrivacy();
  return useCallback(
    (lead) => {
      if (!lead) return t('this-person');
      return { names: lead.name, initials: lead.initials, hidden: t('name-hidden') }[mode];
    },
    [t, mode],
  );
}
