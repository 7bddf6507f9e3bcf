import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { Nights } from '@/features/events/Nights';
import { SourceSweeps } from '@/features/events/SourceSweeps';
import { SweepDifferences } from '@/features/events/SweepDifferences';
import { compareNow, sweepsQuery } from '@/features/events/sweeps';
import classes from '@/features/events/SweepsPage.module.css';
import { SweepTable } from '@/features/events/SweepTable';
import { paths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { RowsLoading } from '@/ui/RowsLoading';
import { usePracticeNow } from '@/ui/usePracticeNow';

const route = getRouteApi('/staff/events/compared');

/** The reports of what each provider has and what we hold, at night and whenever someone asks. */
export function SweepsPage() {
  const { t } = useTranslation(['events', 'app']);
  const words = useProblemWords();
  const client = useQueryClient();
  const { sweep: opened } = route.useSearch();
  const sweeps = useQuery(sweepsQuery);
  const compare = useMutation({ mutationFn: compareNow, onSuccess: () => sweeps.refetch() });
  const items = sweeps.data?.items;
  const now = usePracticeNow(sweeps.data);
  return (
    <div className={classes.page}>
      <title>{`${t('sweeps-title')} · ${t('app:brand')}`}</title>
      <header className={classes.header}>
        <h1>{t('sweeps-title')}</h1>
      </header>
      <p>
        <Link to={paths.events}>{t('sweeps-back')}</Link>
      </p>
      <header className={classes.header}>
        <h2>{t('sweeps-acuity')}</h2>
        <Button variant="default" loading={compare.isPending} onClick={() => compare.mutate()}>
          {t('sweeps-now')}
        </Button>
      </header>
      <Nights />
      {compare.isError && <Failure {...words(compare.error)} />}
      {sweeps.isError && <Failure {...words(sweeps.error)} onRetry={() => void sweeps.refetch()} />}
      {!items && !sweeps.isError && (
        <RowsLoading
          isStopped={sweeps.fetchStatus === 'idle'}
          onCancel={() => void client.cancelQueries({ queryKey: sweepsQuery.queryKey })}
          onRetry={() => void sweeps.refetch()}
        />
      )}
      {items?.length === 0 && <p>{t('sweeps-empty')}</p>}
      {sweeps.data && items && items.length > 0 && (
        <SweepTable sweeps={items} openedId={opened} clock={{ zone: sweeps.data.zone, now }} />
      )}
      {opened && (
        <SweepDifferences key={opened} sweepId={opened} listed={items?.find(({ id }) => id === opened)} />
      )}
      <SourceSweeps />
    </div>
  );
}
