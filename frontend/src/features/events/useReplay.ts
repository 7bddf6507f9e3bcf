import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { replayQuery, runReplay, startReplay } from '@/features/events/events';

/** One replay from its dry run to its end; the server goes on with it whether or not this page watches. */
export function useReplay(replayId: string | undefined, onStarted: (replayId: string) => void) {
  const client = useQueryClient();
  const watching = useQuery({ ...replayQuery(replayId ?? ''), enabled: replayId !== undefined });
  const start = useMutation({
    mutationFn: startReplay,
    onSuccess: (replay) => {
      client.setQueryData(replayQuery(replay.id).queryKey, replay);
      onStarted(replay.id);
    },
  });
  const run = useMutation({
    mutationFn: runReplay,
    onSuccess: (replay) => client.setQueryData(replayQuery(replay.id).queryKey, replay),
  });
  return { watching, start, run };
}

export type Replaying = ReturnType<typeof useReplay>;
