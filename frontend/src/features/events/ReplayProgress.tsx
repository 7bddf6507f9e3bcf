import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Replay } from '@/features/events/events';
import classes from '@/features/events/ReplayDialog.module.css';
import { timeToday } from '@/lib/moments';

interface ReplayProgressProps {
  replay: Replay;
  clock: { zone: string; now: number };
  isStarting: boolean;
  onRun: () => void;
  onClose: () => void;
}

/** How far a replay is, in words first. */
export function ReplayProgress({ replay, clock, isStarting, onRun, onClose }: ReplayProgressProps) {
  const { t } = useTranslation('events');
  const canRun = replay.state === 'tried' && replay.bookings > 0;
  return (
    <div className={classes.progress}>
      <div role="status" className={classes.progress}>
        {replay.state === 'trying' && (
          <p>{t('replay-trying', { count: replay.bookings, tried: replay.tried })}</p>
        )}
        {replay.state === 'tried' && <Found replay={replay} />}
        {replay.state === 'running' && <Running replay={replay} clock={clock} />}
        {replay.state === 'done' && <p>{t('replay-done', { count: replay.handled })}</p>}
        {replay.skipped > 0 && <p>{t('replay-skipped', { count: replay.skipped })}</p>}
      </div>
      <Bar replay={replay} />
      <div className={classes.buttons}>
        {canRun && (
          <Button data-autofocus onClick={onRun} loading={isStarting}>
            {t('replay-run')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('replay-close')}
        </Button>
      </div>
    </div>
  );
}

function Found({ replay }: { replay: Replay }) {
  const { t } = useTranslation('events');
  const { bookings, wouldChangeBookings, wouldChangeScores, unclear } = replay;
  if (bookings === 0) return <p>{t('replay-nothing')}</p>;
  const wouldChange = wouldChangeBookings > 0 || wouldChangeScores > 0;
  return (
    <>
      <p className={classes.would}>
        {wouldChange
          ? t('replay-would', {
              bookings: t('replay-bookings', { count: wouldChangeBookings }),
              scores: t('replay-scores', { count: wouldChangeScores }),
            })
          : unclear < bookings && t('replay-would-not')}
      </p>
      {unclear > 0 && <p>{t('replay-unclear', { count: unclear })}</p>}
      <p>{t('replay-skips')}</p>
    </>
  );
}

function Running({ replay, clock }: Pick<ReplayProgressProps, 'replay' | 'clock'>) {
  const { t } = useTranslation('events');
  const { bookings, handled, nextTryAt } = replay;
  return (
    <>
      <p>{t('replay-running', { count: bookings, handled })}</p>
      <p>
        {nextTryAt
          ? t('replay-waits', { time: timeToday(nextTryAt, clock.zone, clock.now) })
          : t('replay-goes-on')}
      </p>
    </>
  );
}

function Bar({ replay }: { replay: Replay }) {
  const { t } = useTranslation('events');
  if (replay.bookings === 0 || !['trying', 'running'].includes(replay.state)) return null;
  const value = replay.state === 'trying' ? replay.tried : replay.handled + replay.skipped;
  return <progress aria-label={t('replay-progress')} max={replay.bookings} value={value} />;
}
