import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

type Retention = paths['/api/settings/retention']['get']['responses'][200]['content']['application/json'];
export type RetentionKind = Retention['kinds'][number];
export type Going = RetentionKind['going'];

export const RETENTION_KEY = ['settings', 'retention'] as const;

export const retentionQuery = queryOptions({
  queryKey: RETENTION_KEY,
  queryFn: () => answered<Retention>(core.GET('/api/settings/retention')),
});

/** What another number of years would mean, before anybody decides it. */
export const previewQuery = (kind: string, years: number) =>
  queryOptions({
    queryKey: [...RETENTION_KEY, 'preview', kind, years],
    queryFn: () => answered<Going>(core.POST('/api/settings/retention/preview', { body: { kind, years } })),
    gcTime: 0,
  });

export function decide(kind: string, years: number, before: number): Promise<RetentionKind> {
  return answered<RetentionKind>(core.POST('/api/settings/retention', { body: { kind, years, before } }));
}
