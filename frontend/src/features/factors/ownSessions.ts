import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { answered, auth } from '@/api/client';
import { useProblemWords } from '@/api/errors';
import type { paths } from '@/api/generated/auth';

type OwnSessions = paths['/auth/me/sessions']['get']['responses'][200]['content']['application/json'];
export type OwnSession = OwnSessions['sessions'][number];

export const ownSessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: () => answered(auth.GET('/auth/me/sessions')),
});

const end = {
  one: (sessionId: string) =>
    answered(auth.POST('/auth/me/sessions/{sessionId}/end', { params: { path: { sessionId } } })),
  others: () => answered(auth.POST('/auth/me/sessions/end-others')),
};

/** Ends one of one's own sessions, or all but this one; the list is what the server says afterwards. */
export function useEndSession(which: string | 'others') {
  const client = useQueryClient();
  const words = useProblemWords();
  const lookAgain = () => client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey });
  const mutation = useMutation({
    mutationFn: () => (which === 'others' ? end.others() : end.one(which)),
    onSuccess: lookAgain,
    // It may have ended by itself meanwhile.
    onError: lookAgain,
  });
  return {
    run: () => mutation.mutate(),
    isRunning: mutation.isPending,
    failure: mutation.error ? words(mutation.error) : undefined,
  };
}
