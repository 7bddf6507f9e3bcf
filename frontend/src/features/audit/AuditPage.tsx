import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { chainsQuery, TRAIL_KEY, trailQuery } from '@/features/audit/audit';
import { AuditFilters } from '@/features/audit/AuditFilters';
import classes from '@/features/audit/AuditPage.module.css';
import { AuditTable } from '@/features/audit/AuditTable';
import { ChainPanel } from '@/features/audit/ChainPanel';
import { Exports } from '@/features/audit/Exports';
import { ownZone, timeToday } from '@/lib/moments';
import { paths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { RowsLoading } from '@/ui/RowsLoading';

const route = getRouteApi('/staff/audit');

/** Who did what to whom, and the proof that nobody changed what is written here. */
export function AuditPage() {
  const { t } = useTranslation(['audit', 'app']);
  const words = useProblemWords();
  const client = useQueryClient();
  const search = route.useSearch();
  const chains = useQuery(chainsQuery);
  const zone = chains.data?.zone ?? ownZone();
  const trail = useInfiniteQuery({ ...trailQuery(search, zone), enabled: !chains.isPending });
  const { data: list, error } = trail;
  const look = () => void trail.refetch();
  const failure = error ? words(error) : undefined;
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      <header className={classes.header}>
        <h1>{t('title')}</h1>
        <Link to={paths.keys}>{t('keys')}</Link>
        <Exports search={search} zone={zone} />
      </header>
      <ChainPanel
        chains={chains.data}
        failure={chains.error ? words(chains.error) : undefined}
        zone={zone}
        now={chains.dataUpdatedAt}
      />
      <AuditFilters search={search} entries={list?.items ?? []} />
      {failure && (
        <Failure
          text={
            list
              ? `${failure.text} ${t('shown-as-of', { time: timeToday(new Date(list.receivedAt).toISOString(), zone, trail.errorUpdatedAt) })}`
              : failure.text
          }
          reference={failure.reference}
          onRetry={look}
        />
      )}
      {list && (
        <AuditTable
          trail={list}
          search={search}
          isLoadingOlder={trail.isFetchingNextPage}
          onOlder={() => void trail.fetchNextPage()}
          onLook={look}
        />
      )}
      {!list && !error && (
        <RowsLoading
          isStopped={trail.fetchStatus === 'idle' && !chains.isPending}
          onCancel={() => void client.cancelQueries({ queryKey: TRAIL_KEY })}
          onRetry={look}
        />
      )}
    </div>
  );
}
