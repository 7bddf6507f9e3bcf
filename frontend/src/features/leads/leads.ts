import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';
import { type LeadsFilter, viewOf } from '@/features/leads/filters';

type Page = paths['/api/leads']['get']['responses'][200]['content']['application/json'];
export type Summary = paths['/api/leads/summary']['get']['responses'][200]['content']['application/json'];

export type Lead = Page['items'][number];
export type Reason = Lead['reasons'][number];
export type Sentence = Reason['sentence'];
export type Freshness = Page['freshness'][number];
export type LeadDetail =
  paths['/api/leads/{personId}']['get']['responses'][200]['content']['application/json'];

/** The list as one answer, however many pages it came in. */
export interface LeadList {
  filter: LeadsFilter;
  items: readonly Lead[];
  /** What could not be opened on the first page that had such. */
  unopened?: Page['unopened'];
  /** Whether the server has more people than these. */
  hasMore: boolean;
  zone: string;
  freshness: readonly Freshness[];
  asOf: string;
  /** When this browser asked for it: an answer asked for before one's own act does not know of the act yet. */
  askedAt: number;
  /** When this browser got it, to tell the practice's time from its own clock. */
  receivedAt: number;
  /** In how many pages it came: a further one is no change of the list, only more of it. */
  pageCount: number;
}

export const LEADS_KEY = ['leads'] as const;
/** A screenful and more at first; then as many as the server gives, for whoever goes on reading. */
const FIRST_PAGE = 50;
const NEXT_PAGES = 200;
const JUST_ASKED_MS = 2_000;

interface AskedPage extends Page {
  filter: LeadsFilter;
  askedAt: number;
  receivedAt: number;
}

// One function for all renders: with a new one each time, thousands of people would be gone through at each key.
function asList({ pages }: { pages: AskedPage[] }): LeadList | null {
  const newest = pages[0];
  if (!newest) return null;
  const items = pages.flatMap((page) => page.items);
  const unopened = pages.find((page) => page.unopened)?.unopened;
  return { ...newest, items, unopened, hasMore: Boolean(pages.at(-1)?.next), pageCount: pages.length };
}

function asQuery({ calendar, ...words }: LeadsFilter) {
  return { ...words, ...(calendar !== undefined && { calendar: String(calendar) }) };
}

export const leadsQuery = (filter: LeadsFilter) =>
  infiniteQueryOptions({
    queryKey: [...LEADS_KEY, 'list', filter],
    queryFn: async ({ pageParam }): Promise<AskedPage> => {
      const askedAt = Date.now();
      const part = pageParam ? { limit: NEXT_PAGES, after: pageParam } : { limit: FIRST_PAGE };
      const query = { ...asQuery(filter), ...part };
      const page = await answered<Page>(core.GET('/api/leads', { params: { query } }));
      return { ...page, filter, askedAt, receivedAt: Date.now() };
    },
    initialPageParam: '',
    // What was asked for a moment ago is not asked for again when it is shown.
    staleTime: JUST_ASKED_MS,
    getNextPageParam: (page) => page.next,
    // In the background too: a list that was left open must not show this morning's people in the evening.
    refetchIntervalInBackground: true,
    // Another filter shows the list there was until its own has come.
    placeholderData: keepPreviousData,
    select: asList,
  });

/**
 * Forgets what lies beyond: of ten thousand people who were scrolled past, nobody wants to wait when the lists are asked
 * for anew. What is left out is asked for when it comes into view again.
 *
 * @param reach the last row in view
 */
export function keepReached(client: QueryClient, reach: number): void {
  client.setQueriesData<InfiniteData<AskedPage>>({ queryKey: [...LEADS_KEY, 'list'] }, (list) => {
    if (!list) return list;
    let rows = 0;
    const enough =
      list.pages.findIndex(({ items }) => (rows += items.length) > reach) + 1 || list.pages.length;
    if (enough === list.pages.length) return list;
    return { pages: list.pages.slice(0, enough), pageParams: list.pageParams.slice(0, enough) };
  });
}

/** Asks for the lists anew, each only as far as somebody looks. */
export function lookAgain(client: QueryClient, reach: number): Promise<void> {
  keepReached(client, reach);
  return client.invalidateQueries({ queryKey: LEADS_KEY });
}

/** What the bar above the list counts, and what comes next when nobody is on it. */
export const summaryQuery = ({ owner, reason, calendar }: LeadsFilter) => {
  const query = asQuery({
    ...(owner && { owner }),
    ...(reason && { reason }),
    ...(calendar !== undefined && { calendar }),
  });
  return queryOptions({
    queryKey: [...LEADS_KEY, 'summary', query],
    queryFn: () => answered<Summary>(core.GET('/api/leads/summary', { params: { query } })),
    placeholderData: keepPreviousData,
  });
};

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

/** Whether the list is the one of who to contact next, and not of people who are snoozed or done. */
export function isMainView({ filter }: Pick<LeadList, 'filter'>): boolean {
  return viewOf(filter) === 'listed';
}
