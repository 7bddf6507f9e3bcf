import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Line } from '@/features/today/Line';
import { type Session, type Sessions, sessionsQuery } from '@/features/today/today';
import classes from '@/features/today/Today.module.css';
import { useName } from '@/features/today/useName';
import { day, fullMoment, timeOfDay } from '@/lib/moments';
import { Unopened } from '@/ui/Unopened';
import { usePracticeNow } from '@/ui/usePracticeNow';

/** A practitioner's own sessions of the day, each with what to know before it. */
export function SessionsLine() {
  const { t } = useTranslation('today');
  const query = useQuery(sessionsQuery);
  return (
    <Line title={t('sessions')} query={query}>
      {(page) => (
        <>
          <Unopened unopened={page.unopened} />
          {page.items.length === 0 && <p>{t('sessions-none')}</p>}
          <ul className={classes.list}>
            {page.items.map((session) => (
              <li key={session.bookingId} className={classes.item}>
                <SessionWords session={session} page={page} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Line>
  );
}

function SessionWords({ session, page }: { session: Session; page: Sessions }) {
  const { t } = useTranslation('today');
  const nameOf = useName();
  const now = usePracticeNow(page);
  const { zone } = page;
  const notes = [
    session.first
      ? t('session-first')
      : session.lastAt && t('session-last', { when: day(session.lastAt, zone, now) }),
    session.cancelledSince > 0 && t('session-cancelled', { count: session.cancelledSince }),
    session.state === 'missed' && t('session-missed'),
  ];
  return (
    <>
      <p className={classes.head}>
        <time dateTime={session.startsAt} title={fullMoment(session.startsAt, zone)}>
          {timeOfDay(session.startsAt, zone)}
        </time>{' '}
        <span className={classes.name}>{nameOf(session)}</span>
      </p>
      <p className={classes.more}>{notes.filter(Boolean).join(' ')}</p>
    </>
  );
}
