import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';
import type { AuditSearch } from '@/features/audit/auditSearch';
import { fromWallClock } from '@/lib/moments';

type Page = paths['/api/audit/entries']['get']['responses'][200]['content']['application/json'];
export type Chains = paths['/api/audit/chains']['get']['responses'][200]['content']['application/json'];
export type Verification =
  paths['/api/audit/verifications/{id}']['get']['responses'][200]['content']['application/json'];
export type ChainChecked = Verification['chains'][number];
export type CheckerTest =
  paths['/api/audit/checker-tests']['post']['responses'][200]['content']['application/json'];
export type Entry = Page['items'][number];

/** All pages that were asked for, as one list. */
export interface Trail {
  items: readonly Entry[];
  hasOlder: boolean;
  zone: string;
  signInsMissing: boolean;
  receivedAt: number;
}

export const TRAIL_KEY = ['audit', 'entries'] as const;
const CHAINS_KEY = ['audit', 'chains'] as const;
const PAGE_SIZE = 50;
const DAY_MS = 86_400_000;
const ASK_EVERY_MS = 700;

/** The question as the server takes it: days become moments of the practice's zone. */
export function asked(search: AuditSearch, zone: string) {
  const { person, actor, act, from, to } = search;
  const after = to && new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return {
    ...(person && { person }),
    ...(actor && { actor }),
    ...(act && { act }),
    ...(from && { from: fromWallClock(from, '00:00', zone) }),
    ...(after && { to: fromWallClock(after, '00:00', zone) }),
  };
}

/** Looking is itself recorded, so nothing is read again unless someone asks. */
export const trailQuery = (search: AuditSearch, zone: string) =>
  infiniteQueryOptions({
    queryKey: [...TRAIL_KEY, search, zone],
    queryFn: async ({ pageParam }) => {
      const query = { ...asked(search, zone), limit: PAGE_SIZE, ...(pageParam && { after: pageParam }) };
      const page = await answered<Page>(core.GET('/api/audit/entries', { params: { query } }));
      return { ...page, receivedAt: Date.now() };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    select: ({ pages }): Trail | null => {
      const newest = pages[0];
      if (!newest) return null;
      return {
        items: pages.flatMap((page) => page.items),
        hasOlder: Boolean(pages.at(-1)?.next),
        zone: newest.zone,
        signInsMissing: pages.some((page) => page.signInsMissing),
        receivedAt: newest.receivedAt,
      };
    },
  });

export const chainsQuery = queryOptions({
  queryKey: CHAINS_KEY,
  queryFn: () => answered<Chains>(core.GET('/api/audit/chains')),
});

/** Asked again until the check has come to an end, whichever. */
export const verificationQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ['audit', 'verification', id],
    queryFn: () =>
      answered<Verification>(
        core.GET('/api/audit/verifications/{id}', { params: { path: { id: id ?? '' } } }),
      ),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : ASK_EVERY_MS),
  });

export function startVerification(): Promise<Verification> {
  return answered<Verification>(core.POST('/api/audit/verifications'));
}

export function testTheChecker(): Promise<CheckerTest> {
  return answered<CheckerTest>(core.POST('/api/audit/checker-tests'));
}

/** Where the browser fetches an export; what it holds follows the filter. */
export function exportAddress(format: 'csv' | 'json', search: AuditSearch, zone: string): string {
  return `/api/audit/export?${new URLSearchParams({ format, ...asked(search, zone) }).toString()}`;
}
