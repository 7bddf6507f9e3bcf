import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { ReplayProgress } from '@/features/events/ReplayProgress';
import { SinceForm } from '@/features/events/SinceForm';
import type { Replaying } from '@/features/events/useReplay';
import { Dialog } from '@/ui/Dialog';
import { Failure } from '@/ui/Failure';

interface ReplayDialogProps {
  /** The replay to watch. */
  replayId: string | undefined;
  /** Whether it is being asked since when. */
  isAsking: boolean;
  replaying: Replaying;
  clock: { zone: string; now: number };
  onClose: () => void;
}

/** Since when, the dry run, and only then the run: each step says what it will do before it does it. */
export function ReplayDialog({ replayId, isAsking, replaying, clock, onClose }: ReplayDialogProps) {
  const { t } = useTranslation('events');
  const words = useProblemWords();
  const { watching, start, run } = replaying;
  const failure = start.error ?? run.error ?? watching.error;
  return (
    <Dialog isOpen={replayId !== undefined || isAsking} onClose={onClose} title={t('replay-title')}>
      {failure && <Failure {...words(failure)} />}
      {isAsking && !replayId && (
        <SinceForm clock={clock} isStarting={start.isPending} onStart={(since) => start.mutate({ since })} />
      )}
      {replayId && watching.data && (
        <ReplayProgress
          replay={watching.data}
          clock={clock}
          isStarting={run.isPending}
          onRun={() => run.mutate(replayId)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
