import { queryOptions } from '@tanstack/react-query';

import { answered, auth, core } from '@/api/client';
import type { paths as AuthPaths } from '@/api/generated/auth';
import type { paths as CorePaths } from '@/api/generated/core';

type CoreKeys = CorePaths['/api/keys']['get']['responses'][200]['content']['application/json'];
type AuthKeys = AuthPaths['/auth/admin/keys']['get']['responses'][200]['content']['application/json'];
export type Key = CoreKeys['items'][number];
export type Rotation = NonNullable<Key['rotation']>;

/** Whose keys: those of the practice's records, and those of accounts. */
export type Owner = 'core' | 'auth';

const WATCH_EVERY_MS = 1_000;

export const isRotating = ({ rotation }: Key) => Boolean(rotation && !rotation.finishedAt);

const asksAgain = ({ state }: { state: { data?: { items: readonly Key[] } | undefined } }) =>
  state.data?.items.some(isRotating) ? WATCH_EVERY_MS : false;

export const coreKeysQuery = queryOptions({
  queryKey: ['keys', 'core'],
  queryFn: () => answered<CoreKeys>(core.GET('/api/keys')),
  refetchInterval: asksAgain,
});

export const authKeysQuery = queryOptions({
  queryKey: ['keys', 'auth'],
  queryFn: () => answered<AuthKeys>(auth.GET('/auth/admin/keys')),
  refetchInterval: asksAgain,
});

/** Puts a new key in the place of the one in force. */
export function rotate(owner: Owner, purpose: string): Promise<Rotation> {
  const params = { path: { purpose } };
  return owner === 'core'
    ? answered<Rotation>(core.POST('/api/keys/{purpose}/rotate', { params }))
    : answered<Rotation>(auth.POST('/auth/admin/keys/{purpose}/rotate', { params }));
}
