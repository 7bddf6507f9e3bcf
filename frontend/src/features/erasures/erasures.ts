import { type QueryClient, queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

export type Plan =
  paths['/api/people/{personId}/erasure']['get']['responses'][200]['content']['application/json'];
export type Waiting = NonNullable<Plan['waiting']>;
export type Erasures = paths['/api/erasures']['get']['responses'][200]['content']['application/json'];
export type Erasure = Erasures['items'][number];
export type Receipt =
  paths['/api/erasures/{erasureId}/receipt']['get']['responses'][200]['content']['application/json'];
/** What goes and what went, in the same words. */
export type Goes = Plan['goes'][number];

const ERASURES = 'erasures';

/** Looking is itself recorded, so nothing is read again unless someone asks or did something. */
const QUIET = { staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

export const planQuery = (personId: string) =>
  queryOptions({
    queryKey: [ERASURES, 'plan', personId],
    queryFn: async () => {
      const plan = await answered<Plan>(
        core.GET('/api/people/{personId}/erasure', { params: { path: { personId } } }),
      );
      return { ...plan, receivedAt: Date.now() };
    },
    ...QUIET,
    retry: false,
  });

export const erasuresQuery = queryOptions({
  queryKey: [ERASURES, 'all'],
  queryFn: () => answered<Erasures>(core.GET('/api/erasures')),
  ...QUIET,
});

export function lookAgain(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: [ERASURES] });
}

const of = (erasureId: string) => ({ params: { path: { erasureId } } });

export const acts = {
  ask: (personId: string, body: { plan: string; reason: string }) =>
    answered(core.POST('/api/people/{personId}/erasure', { params: { path: { personId } }, body })),
  approve: (erasureId: string, plan: string) =>
    answered<Receipt>(core.POST('/api/erasures/{erasureId}/approve', { ...of(erasureId), body: { plan } })),
  withdraw: (erasureId: string) => answered(core.POST('/api/erasures/{erasureId}/withdraw', of(erasureId))),
  receipt: (erasureId: string) =>
    answered<Receipt>(core.GET('/api/erasures/{erasureId}/receipt', of(erasureId))),
};
