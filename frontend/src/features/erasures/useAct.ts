import { useMutation, useQueryClient } from '@tanstack/react-query';

import { useProblemWords } from '@/api/errors';
import { lookAgain } from '@/features/erasures/erasures';

/** An act on an erasure: nothing on the page changes before the server has said that it was done. */
export function useAct<T, V = void>(act: (value: V) => Promise<T>, onDone?: (result: T) => void) {
  const client = useQueryClient();
  const words = useProblemWords();
  const mutation = useMutation({
    mutationFn: act,
    gcTime: 0,
    onSuccess: async (result) => {
      onDone?.(result);
      await lookAgain(client);
    },
    // Whatever the refusal says, what this page shows may be old.
    onError: () => lookAgain(client),
  });
  return {
    run: mutation.mutate,
    isRunning: mutation.isPending,
    failure: mutation.error ? words(mutation.error) : undefined,
  };
}
