import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { byMonth, type Lane, LANES } from '@/features/person/months';
import { type MoodOfPage, withCheckIns } from '@/features/person/mood';
import { timelineQuery } from '@/features/person/person';
import classes from '@/features/person/Person.module.css';
import type { PersonClock } from '@/features/person/Session';
import { TimelineEntry } from '@/features/person/TimelineEntry';
import { monthName, toWallClock } from '@/lib/moments';
import { Failure } from '@/ui/Failure';
import { Unopened } from '@/ui/Unopened';
import { useDelay } from '@/ui/useDelay';

interface TimelineProps {
  personId: string;
  mood: MoodOfPage;
  clock: PersonClock;
  whoIs: (id: string) => string;
}

/** What happened, newest first and month by month. It fails by itself: the rest of the page stays. */
export function Timeline({ personId, mood, clock, whoIs }: TimelineProps) {
  const { t } = useTranslation('person');
  const words = useProblemWords();
  const timeline = useInfiniteQuery(timelineQuery(personId));
  const [hidden, setHidden] = useState<ReadonlySet<Lane>>(new Set());
  const isNoticeable = useDelay(150);
  const told = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  const all = withCheckIns(told, mood.isOpen ? mood.entries : [], timeline.hasNextPage);
  const shown = all.filter(({ lane }) => !hidden.has(lane as Lane));
  const months = byMonth(shown, (at) => toWallClock(Date.parse(at), clock.zone).date.slice(0, 7));
  const toggle = (lane: Lane) =>
    setHidden((before) => {
      const next = new Set(before);
      if (!next.delete(lane)) next.add(lane);
      return next;
    });
  return (
    <section aria-labelledby="timeline" className={classes.section}>
      <h2 id="timeline">{t('timeline')}</h2>
      <div role="group" aria-label={t('filter')} className={classes.chips}>
        {LANES.map((lane) => (
          <button
            key={lane}
            type="button"
            className={classes.chip}
            aria-pressed={!hidden.has(lane)}
            onClick={() => toggle(lane)}
          >
            {t(`lane-${lane}`)}
          </button>
        ))}
        <button
          type="button"
          className={classes.chip}
          aria-pressed={mood.isOpen}
          title={t('mood-recorded')}
          onClick={() => mood.change(!mood.isOpen)}
        >
          {t('lane-mood')}
        </button>
      </div>
      {timeline.isError && <Failure {...words(timeline.error)} onRetry={() => void timeline.refetch()} />}
      <Unopened unopened={timeline.data?.pages[0]?.unopened} />
      {timeline.isPending && (
        <p role="status" className={classes.quietWords}>
          {isNoticeable && t('lane-loading')}
        </p>
      )}
      {timeline.isSuccess && shown.length === 0 && (
        <p className={classes.quietWords}>{t(all.length === 0 ? 'nothing-yet' : 'nothing-chosen')}</p>
      )}
      {months.map((month) => (
        <section key={month.key} aria-labelledby={`month-${month.key}`}>
          <h3 id={`month-${month.key}`} className={classes.month}>
            {monthName(`${month.key}-15T12:00:00Z`, clock.zone)}
          </h3>
          <ol className={classes.entries}>
            {month.items.map((item) => (
              <TimelineEntry key={item.key} item={item} clock={clock} whoIs={whoIs} />
            ))}
          </ol>
        </section>
      ))}
      {timeline.hasNextPage && (
        <button
          type="button"
          className={classes.more}
          disabled={timeline.isFetchingNextPage}
          onClick={() => void timeline.fetchNextPage()}
        >
          {t('older')}
        </button>
      )}
    </section>
  );
}
