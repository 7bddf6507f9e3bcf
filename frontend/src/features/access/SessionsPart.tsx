import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { acts, type OpenSession, type Person } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import type { Clock } from '@/features/access/clock';
import { Confirmed } from '@/features/access/Confirmed';
import { useAccessWords } from '@/features/access/useAccessWords';
import { useAct } from '@/features/access/useAct';
import { Failure } from '@/ui/Failure';

/** Where somebody is signed in, by device, and how to end that. */
export function SessionsPart({ person, clock }: { person: Person; clock: Clock }) {
  const { t } = useTranslation('access');
  const { id, sessions, you } = person;
  const endAll = useAct(() => acts.endSessions(id));
  return (
    <section className={classes.part}>
      <h3>{t('sessions')}</h3>
      {sessions.length === 0 ? (
        <p className={classes.quiet}>{t('no-sessions')}</p>
      ) : (
        <ul className={classes.plain}>
          {sessions.map((session) => (
            <Session key={session.id} person={person} session={session} clock={clock} />
          ))}
        </ul>
      )}
      {sessions.length > 0 && !you && (
        <Confirmed
          label={t('end-all')}
          consequence={t('end-all-means')}
          confirm={t('end-all')}
          isRunning={endAll.isRunning}
          failure={endAll.failure}
          onConfirm={() => endAll.run()}
        />
      )}
    </section>
  );
}

function Session({ person, session, clock }: { person: Person; session: OpenSession; clock: Clock }) {
  const { t } = useTranslation('access');
  const { device } = useAccessWords();
  const end = useAct(() =>
    person.you ? acts.endOwnSession(session.id) : acts.endSession(person.id, session.id),
  );
  const name = device(session);
  return (
    <li className={classes.session}>
      <div>
        {name} {session.current && <strong>{t('this-session')}</strong>}
        <div className={classes.quiet}>
          {t('session-used', { at: session.lastUsedAt, from: session.from, ...clock })}
        </div>
        {end.failure && <Failure {...end.failure} />}
      </div>
      {!session.current && (
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={t('end-which', { device: name })}
          loading={end.isRunning}
          onClick={() => end.run()}
        >
          {t('end')}
        </Button>
      )}
    </li>
  );
}
