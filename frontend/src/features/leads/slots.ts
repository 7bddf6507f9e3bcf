import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';

export type NextSlots =
  paths['/api/people/{personId}/slots']['get']['responses'][200]['content']['application/json'];
export type NextSlot = NextSlots['items'][number];

/** So long a person who is opened again is not looked up again: each look is logged, and asks Acuity a dozen times. */
const HOLDS_MS = 60_000;

/** Times to offer to one person, looked up in Acuity while somebody waits. */
export const slotsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['slots', personId],
    queryFn: () =>
      answered<NextSlots>(core.GET('/api/people/{personId}/slots', { params: { path: { personId } } })),
    staleTime: HOLDS_MS,
    gcTime: HOLDS_MS,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
