import { queryOptions, useQueryClient } from '@tanstack/react-query';

import { answered, auth } from '@/api/client';
import type { paths } from '@/api/generated/auth';
import { useSessionRefresh } from '@/api/session';

export type FactorList = paths['/auth/factors']['get']['responses'][200]['content']['application/json'];
export type OwnFactor = FactorList['factors'][number];

export const factorsQuery = queryOptions({
  queryKey: ['factors'],
  queryFn: () => answered(auth.GET('/auth/factors')),
});

/** Every change answers with the list as it is afterwards; the session tells how many codes are left. */
export function useKeepFactors(): (list: FactorList) => Promise<void> {
  const client = useQueryClient();
  const refresh = useSessionRefresh();
  return async (list) => {
    client.setQueryData(factorsQuery.queryKey, list);
    await refresh();
  };
}
