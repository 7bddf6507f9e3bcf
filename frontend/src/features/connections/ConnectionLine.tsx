import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import {
  acts,
  type Connection,
  connectionsQuery,
  FIELDS,
  type Tried,
  type Clock,
} from '@/features/connections/connections';
import classes from '@/features/connections/ConnectionsPage.module.css';
import { Backfill } from '@/features/connections/Backfill';
import { CredentialsDialog } from '@/features/connections/CredentialsDialog';
import { RunStrip } from '@/features/connections/RunStrip';
import { StateWord } from '@/features/connections/StateWord';
import { Failure } from '@/ui/Failure';
import { Moment } from '@/ui/Moment';
import { useCause } from '@/ui/useCause';

interface LineProps {
  connection: Connection;
  clock: Clock;
}

/** One provider: how it stands in words and shape, what is wrong and what to do, and its last thirty days. */
export function ConnectionLine({ connection, clock }: LineProps) {
  const { t } = useTranslation('connections');
  const cause = useCause();
  const { source, causeKey, hooks } = connection;
  const name = t(`reasons:provider.${source}`);
  const wrong = causeKey ?? hooks?.causeKey;
  return (
    <li className={classes.line} aria-labelledby={`connection-${source}`}>
      <div className={classes.words}>
        <h2 id={`connection-${source}`} className={classes.name}>
          {name} <StateWord state={connection.state} />
        </h2>
        <p className={classes.brings}>{t(`brings.${source}`)}</p>
        {wrong && <p>{cause(wrong)}</p>}
        <Times connection={connection} clock={clock} />
        <RunStrip days={connection.days} asOf={clock} />
        {source === 'acuity' && <Backfill clock={clock} />}
      </div>
      <Doings connection={connection} name={name} />
    </li>
  );
}

function Times({ connection, clock }: LineProps) {
  const { t } = useTranslation('connections');
  const { lastSuccessAt, nextRunAt, nextTryAt, pausedAt, nothingSince, lastRun, hooks } = connection;
  const times = [
    { words: t('read-to'), at: lastSuccessAt },
    { words: t('nothing-since'), at: nothingSince },
    { words: t('paused-since'), at: pausedAt },
    { words: t('next-try'), at: nextTryAt },
    { words: t('next-run'), at: pausedAt ? undefined : nextRunAt },
    { words: t('hook-last'), at: hooks?.lastReceivedAt },
  ];
  return (
    <p className={classes.times}>
      {!lastSuccessAt && <span>{t('never-read')}</span>}
      {times.map(
        ({ words, at }) =>
          at && (
            <span key={words}>
              {words} <Moment at={at} zone={clock.zone} now={clock.now} />
            </span>
          ),
      )}
      {lastRun && <span>{t('last-run', lastRun)}</span>}
      {lastRun && lastRun.skipped > 0 && <span>{t('skipped', { count: lastRun.skipped })}</span>}
    </p>
  );
}

function Doings({
  connection: { source, state, pausedAt },
  name,
}: Pick<LineProps, 'connection'> & { name: string }) {
  const { t } = useTranslation('connections');
  const words = useProblemWords();
  const client = useQueryClient();
  const [isTyping, setTyping] = useState(false);
  const [tried, setTried] = useState<Tried | null>(null);
  const again = () => client.invalidateQueries({ queryKey: connectionsQuery.queryKey });
  const running = useMutation({ mutationFn: () => acts.run(source), onSettled: again });
  const testing = useMutation({ mutationFn: () => acts.test(source), onSuccess: setTried, onSettled: again });
  const pausing = useMutation({
    mutationFn: () => (pausedAt ? acts.resume(source) : acts.pause(source)),
    onSettled: again,
  });
  const failed = running.error ?? testing.error ?? pausing.error;
  const isConnected = state !== 'not-connected';
  return (
    <div className={classes.doings}>
      <div className={classes.buttons}>
        {isConnected && (
          <>
            <Button
              variant="default"
              loading={running.isPending}
              aria-label={t('run-which', { name })}
              onClick={() => running.mutate()}
            >
              {t('run')}
            </Button>
            <Button
              variant="default"
              loading={testing.isPending}
              aria-label={t('test-which', { name })}
              onClick={() => testing.mutate()}
            >
              {t('test')}
            </Button>
          </>
        )}
        {FIELDS[source] && (
          <>
            {isConnected && (
              <Button
                variant="default"
                loading={pausing.isPending}
                aria-label={t(pausedAt ? 'resume-which' : 'pause-which', { name })}
                onClick={() => pausing.mutate()}
              >
                {t(pausedAt ? 'resume' : 'pause')}
              </Button>
            )}
            <Button
              variant="default"
              aria-label={t('credentials-which', { name })}
              onClick={() => setTyping(true)}
            >
              {t('credentials')}
            </Button>
          </>
        )}
      </div>
      {failed && <Failure {...words(failed)} />}
      <p role="status" className={classes.said}>
        {running.isSuccess && !tried && t('run-asked')}
        {tried && <TriedWords tried={tried} name={name} />}
      </p>
      {isTyping && (
        <CredentialsDialog
          source={source}
          name={name}
          onTaken={(taken) => {
            setTyping(false);
            setTried(taken);
            void again();
          }}
          onClose={() => setTyping(false)}
        />
      )}
    </div>
  );
}

function TriedWords({ tried, name }: { tried: Tried; name: string }) {
  const { t } = useTranslation('connections');
  const cause = useCause();
  const missing = tried.account?.missing ?? [];
  if (!tried.taken) return tried.causeKey ? cause(tried.causeKey) : null;
  return (
    <>
      {t('test-taken', { name })} {missing.length > 0 && t('test-missing', { rights: missing.join(', ') })}
    </>
  );
}
