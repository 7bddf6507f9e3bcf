import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { hasCode } from '@/api/problem';
import { PERSON_KEY, sayAttendance, stripQuery, timelineQuery } from '@/features/person/person';
import classes from '@/features/person/Person.module.css';
import { type PersonClock, Session } from '@/features/person/Session';
import { moment } from '@/lib/moments';
import { Failure } from '@/ui/Failure';
import { Note } from '@/ui/Note';
import { useDelay } from '@/ui/useDelay';

interface StripProps {
  personId: string;
  recordVersion: number;
  clock: PersonClock;
  whoIs: (id: string) => string;
}

const FRESH = new Set(['on-time', 'not-connected', 'not-run-yet']);

/** Whether they came, session by session. It fails by itself: the rest of the page stays. */
export function AttendanceStrip({ personId, recordVersion, clock, whoIs }: StripProps) {
  const { t } = useTranslation('person');
  const words = useProblemWords();
  const client = useQueryClient();
  const strip = useInfiniteQuery(stripQuery(personId));
  const isNoticeable = useDelay(150);
  // The timeline's own answer: nothing is asked for twice.
  const wrote = useInfiniteQuery(timelineQuery(personId))
    .data?.pages.flatMap(({ items }) => items)
    .findLast(({ kind }) => kind === 'enquired');
  const say = useMutation({
    mutationFn: (said: { bookingId: number; came: boolean }) =>
      sayAttendance(personId, { ...said, recordVersion }),
    // Whoever was slower sees what is so now, and may say it again.
    onSettled: () => client.invalidateQueries({ queryKey: [...PERSON_KEY, personId] }),
  });
  const page = strip.data?.pages[0];
  const sessions = strip.data?.pages.flatMap((each) => each.sessions) ?? [];
  return (
    <section aria-labelledby="attendance" className={classes.section}>
      <h2 id="attendance">{t('attendance')}</h2>
      <p role="status" className={classes.quietWords}>
        {say.isSuccess && t(say.variables.came ? 'told-came' : 'told-missed')}
      </p>
      {strip.isError && <Failure {...words(strip.error)} onRetry={() => void strip.refetch()} />}
      {strip.isPending && (
        <p role="status" className={classes.quietWords}>
          {isNoticeable && t('lane-loading')}
        </p>
      )}
      {page && !FRESH.has(page.sourceState) && <Note tone="warn">{t('zoom-late')}</Note>}
      {say.isError && (
        <Failure
          {...(hasCode(say.error, 'changed-under-you') ? { text: t('changed-meanwhile') } : words(say.error))}
        />
      )}
      {page && sessions.length === 0 && (
        <p className={classes.quietWords}>
          {t('no-sessions')} {wrote && t('wrote-on', { when: moment(wrote.at, clock.zone, clock.now) })}
        </p>
      )}
      <ol className={classes.sessions} aria-busy={strip.isFetching}>
        {sessions.map((session) => (
          <Session
            key={session.bookingId}
            session={session}
            clock={clock}
            isBusy={say.isPending}
            whoIs={whoIs}
            onSay={(came) => say.mutate({ bookingId: session.bookingId, came })}
          />
        ))}
      </ol>
      {strip.hasNextPage && (
        <button type="button" className={classes.more} onClick={() => void strip.fetchNextPage()}>
          {t('older-sessions')}
        </button>
      )}
    </section>
  );
}
