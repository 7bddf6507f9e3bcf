import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type LeadsPath = paths['/api/leads']['get'];
type Page = LeadsPath['responses'][200]['content']['application/json'];
type OutcomePath = paths['/api/leads/{personId}/outcomes']['post'];

export type Lead = Page['items'][number];
export type Reason = Lead['reasons'][number];
export type Sentence = Reason['sentence'];
export type Freshness = Page['freshness'][number];
export type LeadDetail =
  paths['/api/leads/{personId}']['get']['responses'][200]['content']['application/json'];
export type NewOutcome = OutcomePath['requestBody']['content']['application/json'];
type LoggedOutcome = OutcomePath['responses'][201]['content']['application/json'];

/** The list as one answer, however many pages it came in. */
export interface LeadList {
  items: readonly Lead[];
  /** Whether the server has more people than these. */
  hasMore: boolean;
  zone: string;
  freshness: readonly Freshness[];
  asOf: string;
  /** When this browser got it, to tell the practice's time from its own clock. */
  receivedAt: number;
}

export const LEADS_KEY = ['leads'] as const;
const PAGE_SIZE = 50;

export const leadsQuery = infiniteQueryOptions({
  queryKey: LEADS_KEY,
  queryFn: async ({ pageParam }) => {
    const query = { limit: PAGE_SIZE, ...(pageParam && { after: pageParam }) };
    const page = await answered<Page>(core.GET('/api/leads', { params: { query } }));
    return { ...page, receivedAt: Date.now() };
  },
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  // In the background too: a list that was left open must not show this morning's people in the evening.
  refetchIntervalInBackground: true,
  select: ({ pages }): LeadList | null => {
    const newest = pages[0];
    if (!newest) return null;
    return { ...newest, items: pages.flatMap((page) => page.items), hasMore: Boolean(pages.at(-1)?.next) };
  },
});

/** One person's evidence. The record's version is part of the key: opening is audited, so nothing is read twice. */
export const leadDetailQuery = (personId: string, recordVersion: number | undefined) =>
  queryOptions({
    queryKey: ['lead', personId, recordVersion],
    queryFn: () =>
      answered<LeadDetail>(core.GET('/api/leads/{personId}', { params: { path: { personId } } })),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    placeholderData: (previous, query) =>
      query?.queryKey[1] === personId ? keepPreviousData(previous) : undefined,
  });

export function postOutcome(personId: string, outcome: NewOutcome): Promise<LoggedOutcome> {
  const params = { path: { personId } };
  return answered<LoggedOutcome>(core.POST('/api/leads/{personId}/outcomes', { params, body: outcome }));
}

export async function postUndo(personId: string, outcomeId: string): Promise<void> {
  const params = { path: { personId, actId: outcomeId } };
  await answered(core.POST('/api/leads/{personId}/acts/{actId}/undo', { params }));
}
