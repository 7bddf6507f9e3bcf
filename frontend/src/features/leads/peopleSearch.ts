import { queryOptions, useQueryClient, type InfiniteData } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';
import { LEADS_KEY, type LeadList } from '@/features/leads/leads';
import type { Clock } from '@/features/leads/sentences';
import { usePracticeNow } from '@/ui/usePracticeNow';
import { ownZone } from '@/lib/moments';

type Found = paths['/api/people/search']['post']['responses'][200]['content']['application/json'];
export type Hit = Found['hits'][number];

/** People by name, address or number. What was typed travels in the body and is forgotten with the answer. */
export const peopleQuery = (text: string) =>
  queryOptions({
    queryKey: ['people-search', text],
    queryFn: () => answered<Found>(core.POST('/api/people/search', { body: { text } })),
    gcTime: 0,
  });

/** The practice's clock as the last list had it, for words that are said outside of a list. */
export function useListClock(): Clock {
  const lists = useQueryClient().getQueriesData<InfiniteData<LeadList>>({ queryKey: [...LEADS_KEY, 'list'] });
  const newest = lists.at(-1)?.[1]?.pages[0];
  const now = usePracticeNow(newest);
  return { zone: newest?.zone ?? ownZone(), now };
}
