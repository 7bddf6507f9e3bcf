import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { ProblemWords } from '@/api/errors';
import classes from '@/features/events/EventsHeader.module.css';
import { timeToday } from '@/lib/moments';
import { paths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';

interface EventsHeaderProps {
  asOf: string;
  clock: { zone: string; now: number };
  waiting: number;
  isLive: boolean;
  failure: ProblemWords | undefined;
  replayOff: string | undefined;
  onLook: () => void;
  onNewest: () => void;
  onReplay: () => void;
}

/** Title, what has come since, and the way to replay. The pill has its place here, so that nothing moves when it comes. */
export function EventsHeader(props: EventsHeaderProps) {
  const { asOf, clock, waiting, isLive, failure, replayOff, onLook, onNewest, onReplay } = props;
  const { t } = useTranslation('events');
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <h1>{t('title')}</h1>
        {waiting > 0 && (
          <button type="button" className={classes.pill} onClick={onNewest}>
            {t('new', { count: waiting })}
          </button>
        )}
        <Button
          id="replay-failed"
          variant="default"
          className={classes.replay}
          aria-disabled={replayOff !== undefined || undefined}
          aria-describedby={replayOff && 'replay-off'}
          onClick={() => replayOff === undefined && onReplay()}
        >
          {t('replay-failed')}
        </Button>
      </div>
      <p className={classes.lead}>
        {t('lead')} <Link to={paths.compared}>{t('compare')}</Link> {!isLive && t('live-paused')}
      </p>
      {failure && (
        <Failure
          text={`${failure.text} ${t('shown-as-of', { time: timeToday(asOf, clock.zone, clock.now) })}`}
          reference={failure.reference}
          onRetry={onLook}
        />
      )}
      {replayOff && (
        <p id="replay-off" className={classes.lead}>
          {replayOff}
        </p>
      )}
    </header>
  );
}
