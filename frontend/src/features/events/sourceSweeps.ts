import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type Page = paths['/api/connections/sweeps']['get']['responses'][200]['content']['application/json'];

export type SourceSweep = Page['items'][number];

export const SOURCES = ['zoom', 'zoho', 'google'] as const;

const WATCH_EVERY_MS = 3_000;
const LOOK_EVERY_MS = 60_000;

export const sourceSweepsQuery = queryOptions({
  queryKey: ['source-sweeps'],
  queryFn: async () => {
    const page = await answered<Page>(core.GET('/api/connections/sweeps'));
    return { ...page, receivedAt: Date.now() };
  },
  refetchInterval: ({ state }) =>
    state.data?.items.some((sweep) => sweep.state === 'running') ? WATCH_EVERY_MS : LOOK_EVERY_MS,
});

export const compareSource = (source: string) =>
  answered(core.POST('/api/connections/{source}/sweep', { params: { path: { source } } }));
