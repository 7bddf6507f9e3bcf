import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { ProblemWords } from '@/api/errors';
import { FilterBar } from '@/features/leads/FilterBar';
import type { LeadsFilter } from '@/features/leads/filters';
import { FreshnessStrip } from '@/features/leads/FreshnessStrip';
import type { LeadList } from '@/features/leads/leads';
import classes from '@/features/leads/LeadsHeader.module.css';
import type { Clock } from '@/features/leads/sentences';
import { timeToday } from '@/lib/moments';
import { paths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { useSingleKeys } from '@/ui/singleKeys';
import { Unopened } from '@/ui/Unopened';

interface LeadsHeaderProps {
  list: LeadList;
  clock: Clock;
  filter: LeadsFilter;
  waiting: number;
  isLive: boolean;
  failure: ProblemWords | undefined;
  onLook: () => void;
  onLatest: () => void;
  onKeys: () => void;
  onWhyNot: () => void;
  onFilter: (filter: LeadsFilter) => void;
}

/** Title, count and how fresh all of it is. The pill has its place here, so that nothing moves when it comes. */
export function LeadsHeader(props: LeadsHeaderProps) {
  const { list, clock, filter, waiting, isLive, failure, onLook, onLatest, onKeys, onWhyNot, onFilter } =
    props;
  const { t } = useTranslation('leads');
  const hasKeys = useSingleKeys();
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <h1 className={classes.title}>{t('title')}</h1>
        <span className={classes.count} role="status">
          {t(list.hasMore ? 'people-and-more' : 'people', { count: list.items.length })}
        </span>
        {waiting > 0 && (
          <button type="button" className={classes.pill} onClick={onLatest}>
            {t(hasKeys ? 'pill' : 'pill-no-keys', { count: waiting })}
          </button>
        )}
        <span className={classes.tools}>
          <button type="button" className={classes.tool} onClick={onWhyNot}>
            <Search size={16} aria-hidden />
            {t('why-not')}
          </button>
          <Link to={paths.leadsExport} search={filter} className={classes.tool}>
            {t('export-link')}
          </Link>
          <button type="button" className={classes.tool} onClick={onKeys} data-keys>
            {t('keys')} {hasKeys && <kbd>?</kbd>}
          </button>
        </span>
      </div>
      <FreshnessStrip freshness={list.freshness} clock={clock} isLive={isLive} />
      <FilterBar filter={filter} counted={list.filter} onChange={onFilter} />
      <Unopened unopened={list.unopened} />
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
