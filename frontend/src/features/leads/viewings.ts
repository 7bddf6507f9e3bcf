import { infiniteQueryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type Page = paths['/api/people/{personId}/views']['get']['responses'][200]['content']['application/json'];
export type Viewing = Page['items'][number];

/** Who has opened a person's record, from the audit trail. Looking is itself recorded, so nothing is read again. */
export const viewingsQuery = (personId: string) =>
  infiniteQueryOptions({
    queryKey: ['viewings', personId],
    queryFn: ({ pageParam }) =>
      answered<Page>(
        core.GET('/api/people/{personId}/views', {
          params: { path: { personId }, query: pageParam ? { after: pageParam } : {} },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
