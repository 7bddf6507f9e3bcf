import { queryOptions, useQuery } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';
import { ownZone } from '@/lib/moments';

type Me = paths['/api/me']['get']['responses'][200]['content']['application/json'];

export const ME_KEY = ['me'] as const;

/** What every page of the portal needs: the practice's zone and telephone, and how its client wants it to look. */
export const meQuery = queryOptions({
  queryKey: ME_KEY,
  queryFn: () => answered<Me>(core.GET('/api/me')),
  staleTime: 300_000,
});

/** The zone a client reads times in: the one they chose, or the phone's own. */
export function useOwnZone(): string {
  return useQuery(meQuery).data?.zone ?? ownZone();
}
