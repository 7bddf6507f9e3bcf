import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { isNarrowed, type LeadsFilter, viewOf } from '@/features/leads/filters';
import { type LeadList, summaryQuery } from '@/features/leads/leads';
import classes from '@/features/leads/NobodyListed.module.css';
import type { Clock } from '@/features/leads/sentences';
import { useFilterWords } from '@/features/leads/useFilterWords';
import { timeToday } from '@/lib/moments';

interface NobodyListedProps {
  list: LeadList;
  clock: Clock;
  onFilter: (filter: LeadsFilter) => void;
}

/** An empty list is good news, a filter that fits nobody, or one that has not been filled yet. */
export function NobodyListed({ list, clock, onFilter }: NobodyListedProps) {
  const { t } = useTranslation('leads');
  const { filter, freshness } = list;
  const summary = useQuery(summaryQuery(filter)).data;
  const filterWords = useFilterWords(filter, summary?.practitioners);
  const isFirstUse = freshness.length > 0 && freshness.every(({ state }) => state === 'not-run-yet');
  const view = viewOf(filter);

  if (isNarrowed(filter))
    return (
      <div className={classes.words}>
        <h2>{t('empty-no-match', { filter: filterWords })}</h2>
        <Button variant="default" onClick={() => onFilter(view === 'listed' ? {} : { view })}>
          {t('clear')}
        </Button>
      </div>
    );
  if (view !== 'listed')
    return (
      <div className={classes.words}>
        <h2>{t(`empty-${view}`)}</h2>
        <Button variant="default" onClick={() => onFilter({})}>
          {t('to-main-list')}
        </Button>
      </div>
    );
  const next = summary?.nextCallBacks;
  return (
    <div className={classes.words}>
      <h2>{t(isFirstUse ? 'empty-first-title' : 'empty-done-title')}</h2>
      {isFirstUse && <p>{t('empty-first')}</p>}
      {!isFirstUse && next && (
        <p>{t('empty-next', { count: next.count, time: timeToday(next.at, clock.zone, clock.now) })}</p>
      )}
      {!isFirstUse && <p>{t('empty-done')}</p>}
    </div>
  );
}
