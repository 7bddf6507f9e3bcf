import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { type Colleague, NOBODY_YET, staffQuery } from '@/api/staff';

export interface Staff {
  staff: readonly Colleague[];
  practitioners: readonly Colleague[];
  you: Colleague | undefined;
  nameOf: (id: string | undefined | null) => string;
  /** "you" for oneself, for sentences about who did something. */
  whoIs: (id: string | undefined | null) => string;
}

/** Those who share the list. Without an answer people are "a colleague": a name is no reason to stop the work. */
export function useStaff(): Staff {
  const { t } = useTranslation('leads');
  const { staff, practitioners } = useQuery(staffQuery).data ?? NOBODY_YET;
  return useMemo(() => {
    const known = (id: string | undefined | null) =>
      [...staff, ...practitioners].find((each) => each.id === id);
    const nameOf = (id: string | undefined | null) => known(id)?.name ?? t('a-colleague');
    return {
      staff,
      practitioners,
      you: staff.find((each) => each.you),
      nameOf,
      whoIs: (id) => (known(id)?.you ? t('you') : nameOf(id)),
    };
  }, [staff, practitioners, t]);
}
