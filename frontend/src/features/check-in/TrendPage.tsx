import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { useOwnZone } from '@/api/me';
import { SPANS, type Trend, trendQuery } from '@/features/check-in/checkIns';
import classes from '@/features/check-in/CheckIn.module.css';
import { EntryList } from '@/features/check-in/EntryList';
import { day, moment } from '@/lib/moments';
import { portalPaths } from '@/lib/paths';
import { trendSearch } from '@/lib/trendSearch';
import { Failure } from '@/ui/Failure';
import { PageTitle } from '@/ui/PageTitle';
import { TrendChart } from '@/ui/TrendChart';
import { Unopened } from '@/ui/Unopened';
import { usePracticeNow } from '@/ui/usePracticeNow';

const DAY_MS = 86_400_000;

/** How it went, in one's own words and against one's own usual, and nobody else's. */
export function TrendPage() {
  const { t } = useTranslation('check-in');
  const words = useProblemWords();
  const { days } = trendSearch(useSearch({ strict: false }));
  const { data, error, refetch } = useQuery({ ...trendQuery(days), placeholderData: keepPreviousData });
  return (
    <div className={classes.step}>
      <PageTitle words={t('trend-title')} />
      <nav aria-label={t('span')} className={classes.spans}>
        {SPANS.map((span) => (
          <Link
            key={span}
            to={portalPaths.trend}
            search={{ days: span }}
            replace
            aria-current={span === days ? 'true' : undefined}
          >
            {t(`days_${span}`)}
          </Link>
        ))}
      </nav>
      {error && <Failure {...words(error)} onRetry={() => void refetch()} />}
      {data && <Shown trend={data} />}
      <p>
        <Link to={portalPaths.checkIn}>{t('check-in-now')}</Link>
      </p>
    </div>
  );
}

function Shown({ trend }: { trend: Trend }) {
  const { t } = useTranslation('check-in');
  const zone = useOwnZone();
  const now = usePracticeNow(trend);
  if (trend.items.length === 0) return <p>{trend.days === 365 ? t('first') : t('none-in-span')}</p>;
  const said = (at: string) => moment(at, zone, now);
  return (
    <>
      <Unopened unopened={trend.unopened} />
      {trend.thisWeek && <p>{t(`week-${trend.thisWeek}`)}</p>}
      <TrendChart
        label={t('chart')}
        from={now - trend.days * DAY_MS}
        to={now}
        lowest={1}
        highest={10}
        ends={[day(new Date(now - trend.days * DAY_MS).toISOString(), zone, now), day(trend.asOf, zone, now)]}
        points={trend.items.map(({ id, at, answer, usual }) => ({
          id,
          at: Date.parse(at),
          value: answer,
          usual: usual ?? null,
          words: t('point', { when: said(at), answer }),
        }))}
      />
      <p className={classes.help}>{t('usual-line')}</p>
      <EntryList items={trend.items.toReversed()} zone={zone} now={now} />
    </>
  );
}
