import { useTranslation } from 'react-i18next';

import type { ProblemWords } from '@/api/errors';
import { FreshnessStrip } from '@/features/leads/FreshnessStrip';
import type { LeadList } from '@/features/leads/leads';
import classes from '@/features/leads/LeadsHeader.module.css';
import type { Clock } from '@/features/leads/sentences';
import { timeToday } from '@/lib/moments';
import { Failure } from '@/ui/Failure';

interface LeadsHeaderProps {
  list: LeadList;
  clock: Clock;
  waiting: number;
  isLive: boolean;
  failure: ProblemWords | undefined;
  onLook: () => void;
  onLatest: () => void;
  onKeys: () => void;
}

/** Title, count and how fresh all of it is. The pill has its place here, so that nothing moves when it comes. */
export function LeadsHeader(props: LeadsHeaderProps) {
  const { list, clock, waiting, isLive, failure, onLook, onLatest, onKeys } = props;
  const { t } = useTranslation('leads');
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <h1 className={classes.title}>{t('title')}</h1>
        <span className={classes.count}>
          {t(list.hasMore ? 'people-and-more' : 'people', { count: list.items.length })}
        </span>
        {waiting > 0 && (
          <button type="button" className={classes.pill} onClick={onLatest}>
            {t('pill', { count: waiting })}
          </button>
        )}
        <button type="button" className={classes.keys} onClick={onKeys}>
          {t('keys')} <kbd>?</kbd>
        </button>
      </div>
      <FreshnessStrip freshness={list.freshness} clock={clock} isLive={isLive} />
      {failure && (
        <Failure
          text={`${failure.text} ${t('shown-as-of', { time: timeToday(list.asOf, clock.zone, clock.now) })}`}
          reference={failure.reference}
          onRetry={onLook}
        />
      )}
    </header>
  );
}
