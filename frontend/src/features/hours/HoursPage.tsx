import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { hoursQuery } from '@/features/hours/hours';
import classes from '@/features/hours/HoursPage.module.css';
import { PlanForm } from '@/features/hours/PlanForm';
import { paths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { RowsLoading } from '@/ui/RowsLoading';

/** When practitioners work: by it times are offered, and sessions outside are told. */
export function HoursPage() {
  const { t } = useTranslation(['hours', 'app']);
  const words = useProblemWords();
  const hours = useQuery(hoursQuery);
  const [saved, setSaved] = useState<number>();
  const { data } = hours;
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      <header className={classes.header}>
        <h1>{t('title')}</h1>
        <Link to={paths.calendar}>{t('calendar')}</Link>
      </header>
      <p className={classes.intro}>{t('intro', { place: data && placeOf(data.zone) })}</p>
      <p className={classes.intro}>
        {t('days-away')} <Link to={paths.today}>{t('today')}</Link>
      </p>
      {hours.isError && <Failure {...words(hours.error)} onRetry={() => void hours.refetch()} />}
      {hours.isLoading && (
        <RowsLoading
          isStopped={hours.fetchStatus === 'idle'}
          onCancel={() => undefined}
          onRetry={() => void hours.refetch()}
        />
      )}
      {data?.items.length === 0 && <p>{t('empty')}</p>}
      {data?.items.map((plan) => (
        <PlanForm
          key={`${plan.calendarId}.${plan.version}`}
          plan={plan}
          isSaved={saved === plan.calendarId}
          onSaved={() => setSaved(plan.calendarId)}
        />
      ))}
    </div>
  );
}

const placeOf = (zone: string) => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
