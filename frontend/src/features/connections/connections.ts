import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type All = paths['/api/connections']['get']['responses'][200]['content']['application/json'];
type Tried = paths['/api/connections/{source}/test']['post']['responses'][200]['content']['application/json'];
type Backfills = paths['/api/backfills']['get']['responses'][200]['content']['application/json'];
type Preview = paths['/api/backfills/dry-run']['post']['responses'][200]['content']['application/json'];

export type Connection = All['items'][number];
export type Backfill = Backfills['items'][number];
export type { Preview, Tried };

/** The practice's zone and time, in which everything here is told. */
export interface Clock {
  zone: string;
  now: number;
}

const WATCH_EVERY_MS = 10_000;
const WATCH_CLOSELY_MS = 2_000;

export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: () => answered<All>(core.GET('/api/connections')),
  refetchInterval: WATCH_EVERY_MS,
});

export const backfillsQuery = queryOptions({
  queryKey: ['backfills'],
  queryFn: () => answered<Backfills>(core.GET('/api/backfills')),
  refetchInterval: ({ state }) => (state.data?.items[0]?.state === 'running' ? WATCH_CLOSELY_MS : false),
});

/** What a person types in, by the provider's own names; Acuity's signs hooks too, so it is a setting of two programs. */
export const FIELDS: Readonly<Record<string, readonly string[]>> = {
  zoom: ['accountId', 'clientId', 'clientSecret'],
  zoho: ['clientId', 'clientSecret', 'refreshToken'],
  google: ['serviceAccount'],
};

const at = (source: string) => ({ params: { path: { source } } });

export const acts = {
  run: (source: string) => answered(core.POST('/api/connections/{source}/run', at(source))),
  test: (source: string) => answered<Tried>(core.POST('/api/connections/{source}/test', at(source))),
  pause: (source: string) => answered(core.POST('/api/connections/{source}/pause', at(source))),
  resume: (source: string) => answered(core.POST('/api/connections/{source}/resume', at(source))),
  credentials: (source: string, fields: Record<string, string>) =>
    answered<Tried>(core.POST('/api/connections/{source}/credentials', { ...at(source), body: { fields } })),
};

export const backfills = {
  preview: (from: string) => answered<Preview>(core.POST('/api/backfills/dry-run', { body: { from } })),
  start: (from: string) => answered(core.POST('/api/backfills', { body: { from } })),
  pause: (backfillId: string) =>
    answered(core.POST('/api/backfills/{backfillId}/pause', { params: { path: { backfillId } } })),
  resume: (backfillId: string) =>
    answered(core.POST('/api/backfills/{backfillId}/resume', { params: { path: { backfillId } } })),
};
