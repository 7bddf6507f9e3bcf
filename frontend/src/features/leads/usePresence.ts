import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

import { answered, core } from '@/api/client';

const NOBODY: readonly string[] = [];

/** Says that this person is open here, again and again, and hears who else has them open. */
export function usePresence(personId: string): readonly string[] {
  const params = { path: { personId } };
  const beat = useQuery({
    queryKey: ['presence', personId],
    queryFn: () =>
      answered<{ others: string[]; again: number }>(core.POST('/api/leads/{personId}/presence', { params })),
    refetchInterval: ({ state }) => (state.data?.again ?? 10) * 1_000,
    gcTime: 0,
  });
  useEffect(
    () => () => {
      // Nobody waits for the answer: without it, the beat runs out by itself.
      void core
        .POST('/api/leads/{personId}/presence/end', { params: { path: { personId } } })
        .catch(() => undefined);
    },
    [personId],
  );
  return beat.data?.others ?? NOBODY;
}
