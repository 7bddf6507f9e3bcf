import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

export type Permissions =
  paths['/api/me/permissions']['get']['responses'][200]['content']['application/json'];
type Views = paths['/api/me/views']['get']['responses'][200]['content']['application/json'];
export type View = Views['items'][number];

export const PERMISSIONS_KEY = ['own-permissions'] as const;

export const permissionsQuery = queryOptions({
  queryKey: PERMISSIONS_KEY,
  queryFn: () => answered<Permissions>(core.GET('/api/me/permissions')),
});

export function setPermissions(body: Permissions): Promise<Permissions> {
  return answered<Permissions>(core.POST('/api/me/permissions', { body }));
}

export function setPages(body: { zone?: string; textSize: string }): Promise<unknown> {
  return answered(core.POST('/api/me/settings', { body }));
}

export const viewsQuery = infiniteQueryOptions({
  queryKey: ['own-views'],
  queryFn: ({ pageParam }) =>
    answered<Views>(core.GET('/api/me/views', { params: { query: pageParam ? { after: pageParam } : {} } })),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  gcTime: 0,
});

type OwnErasure = paths['/api/me/erasure']['get']['responses'][200]['content']['application/json'];

export const ERASURE_KEY = ['own-erasure'] as const;

export const erasureQuery = queryOptions({
  queryKey: ERASURE_KEY,
  queryFn: () => answered<OwnErasure>(core.GET('/api/me/erasure')),
});

export function askErasure(): Promise<unknown> {
  return answered(core.POST('/api/me/erasure'));
}

export function withdrawErasure(): Promise<unknown> {
  return answered(core.POST('/api/me/erasure/withdraw'));
}
