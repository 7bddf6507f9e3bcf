import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { type Conflict, putInGoogle, type Session } from '@/features/calendar/calendar';
import classes from '@/features/calendar/GoogleMark.module.css';
import { timeToday } from '@/lib/moments';
import { Failure } from '@/ui/Failure';
import { useCause } from '@/ui/useCause';

interface GoogleMarkProps {
  session: Session;
  conflict?: Conflict;
  clock: { zone: string; now: number };
}

/** How a session's event at Google stands, and what can be done about it: Sending, then Saved, or why not. */
export function GoogleMark({ session, conflict, clock }: GoogleMarkProps) {
  const { t } = useTranslation('calendar');
  const sayCause = useCause();
  const client = useQueryClient();
  const words = useProblemWords();
  const putting = useMutation({
    mutationFn: () => putInGoogle(session.id),
    onSettled: () => client.invalidateQueries({ queryKey: ['calendar'] }),
  });
  if (session.google === 'absent') return null;
  const act = actFor(session, conflict, clock.now);
  const why = session.causeKey ? sayCause(session.causeKey) : '';
  return (
    <span className={classes.mark}>
      <span role="status">
        {putting.isPending
          ? t('google-sending')
          : session.google === 'saved' && session.savedAt
            ? t('google-saved', { time: timeToday(session.savedAt, clock.zone, clock.now) })
            : t(`google-${session.google}`, { why })}
      </span>
      {act && !putting.isPending && session.google !== 'sending' && (
        <button type="button" onClick={() => putting.mutate()}>
          {t(`act-${act}`)}
        </button>
      )}
      {putting.isError && <Failure {...words(putting.error)} />}
    </span>
  );
}

function actFor(session: Session, conflict: Conflict | undefined, now: number): string | undefined {
  if (Date.parse(session.until) < now) return undefined;
  if (session.google === 'not-saved') return 'try-again';
  if (session.google === 'none' || conflict?.kind === 'not-in-google') return 'add';
  if (conflict?.kind === 'moved-in-google') return 'move-back';
  return session.titleRight ? undefined : 'fix-title';
}
