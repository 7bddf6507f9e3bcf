import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Monitor } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import classes from '@/features/factors/OwnFactors.module.css';
import { type OwnSession, ownSessionsQuery, useEndSession } from '@/features/factors/ownSessions';
import { ownZone } from '@/lib/moments';
import { Failure } from '@/ui/Failure';
import { RowsLoading } from '@/ui/RowsLoading';

/** Where somebody is signed in, by device, and how to end that. */
export function OwnSessions() {
  const { t } = useTranslation('security');
  const words = useProblemWords();
  const client = useQueryClient();
  const list = useQuery(ownSessionsQuery);
  const retry = () => void list.refetch();
  return (
    <section className={classes.part} aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions')}</h2>
      {list.isError && <Failure {...words(list.error)} onRetry={retry} />}
      {list.data && <Listed sessions={list.data.sessions} now={list.dataUpdatedAt} />}
      {!list.data && !list.isError && (
        <RowsLoading
          isStopped={list.fetchStatus === 'idle'}
          onCancel={() => void client.cancelQueries({ queryKey: ownSessionsQuery.queryKey })}
          onRetry={retry}
        />
      )}
    </section>
  );
}

function Listed({ sessions, now }: { sessions: OwnSession[]; now: number }) {
  const { t } = useTranslation('security');
  const others = useEndSession('others');
  return (
    <>
      <ul className={classes.list}>
        {sessions.map((session) => (
          <Row key={session.id} session={session} now={now} />
        ))}
      </ul>
      {others.failure && <Failure {...others.failure} />}
      {sessions.length > 1 && (
        <div className={classes.buttons}>
          <Button variant="default" loading={others.isRunning} onClick={others.run}>
            {t('end-others')}
          </Button>
        </div>
      )}
    </>
  );
}

function Row({ session, now }: { session: OwnSession; now: number }) {
  const { t } = useTranslation('security');
  const end = useEndSession(session.id);
  const { browser, system, from, lastUsedAt, current } = session;
  const device =
    browser && system ? t('device', { browser, system }) : browser || system || t('device-unknown');
  return (
    <li className={classes.row}>
      <Monitor size={20} aria-hidden className={classes.icon} />
      <div>
        <div className={classes.name}>{device}</div>
        <div className={classes.meta}>
          {current ? t('session-current') : t('session-used', { at: lastUsedAt, zone: ownZone(), now })} ·{' '}
          {t('session-from', { from })}
        </div>
        {end.failure && <Failure {...end.failure} />}
      </div>
      <div className={classes.acts}>
        {!current && (
          <Button
            variant="subtle"
            aria-label={t('end-which', { device })}
            loading={end.isRunning}
            onClick={end.run}
          >
            {t('end')}
          </Button>
        )}
      </div>
    </li>
  );
}
