import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import type { paths } from '@/api/generated/auth';

type Answer = paths['/auth/admin/staff']['get']['responses'][200]['content']['application/json'];
export type Colleague = Answer['staff'][number];

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: async () => (await answered<Answer>(auth.GET('/auth/admin/staff'))).staff,
  staleTime: 300_000,
});

const NOBODY_YET: readonly Colleague[] = [];

export interface Staff {
  staff: readonly Colleague[];
  you: Colleague | undefined;
  nameOf: (id: string | undefined | null) => string;
  /** "you" for oneself, for sentences about who did something. */
  whoIs: (id: string | undefined | null) => string;
}

/** Those who share the list. Without an answer people are "a colleague": a name is no reason to stop the work. */
export function useStaff(): Staff {
  const { t } = useTranslation('leads');
  const staff = useQuery(staffQuery).data ?? NOBODY_YET;
  return useMemo(() => {
    const known = (id: string | undefined | null) => staff.find((each) => each.id === id);
    const nameOf = (id: string | undefined | null) => known(id)?.name ?? t('a-colleague');
    return {
      staff,
      you: staff.find((each) => each.you),
      nameOf,
      whoIs: (id) => (known(id)?.you ? t('you') : nameOf(id)),
    };
  }, [staff, t]);
}
