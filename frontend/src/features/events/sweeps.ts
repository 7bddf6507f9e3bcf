import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type SweepPage = paths['/api/sweeps']['get']['responses'][200]['content']['application/json'];
type SweepAsked = paths['/api/sweeps']['post']['responses'][202]['content']['application/json'];
type SweepDetail = paths['/api/sweeps/{sweepId}']['get']['responses'][200]['content']['application/json'];

export type Sweep = SweepPage['items'][number];

const SWEEPS_KEY = ['sweeps'] as const;
const NIGHTS = 7;
const RECENT = 20;
const WATCH_EVERY_MS = 3_000;
const LOOK_EVERY_MS = 60_000;

const isUnderWay = ({ state }: Sweep) => state === 'asked' || state === 'running';

/** Every difference of a sweep that was no hook's already. */
export const differencesOf = ({ missing, different, extra }: Sweep) => missing + different + extra;

export const sweepsQuery = queryOptions({
  queryKey: [...SWEEPS_KEY, 'recent'],
  queryFn: async () => {
    const query = { limit: RECENT };
    const page = await answered<SweepPage>(core.GET('/api/sweeps', { params: { query } }));
    return { ...page, receivedAt: Date.now() };
  },
  refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? WATCH_EVERY_MS : LOOK_EVERY_MS),
});

export const nightsQuery = queryOptions({
  queryKey: [...SWEEPS_KEY, 'nights'],
  queryFn: () =>
    answered<SweepPage>(core.GET('/api/sweeps', { params: { query: { limit: NIGHTS, kind: 'nightly' } } })),
});

export const sweepQuery = (sweepId: string, state: string | undefined) =>
  queryOptions({
    queryKey: [...SWEEPS_KEY, 'one', sweepId, state],
    queryFn: () =>
      answered<SweepDetail>(core.GET('/api/sweeps/{sweepId}', { params: { path: { sweepId } } })),
  });

export const compareNow = () => answered<SweepAsked>(core.POST('/api/sweeps'));
