import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { CHECK_EVERY_MS, useLive } from '@/api/live';
import { LEADS_KEY, leadsQuery } from '@/features/leads/leads';
import { LeadsDesk } from '@/features/leads/LeadsDesk';
import classes from '@/features/leads/LeadsPage.module.css';
import { RowsLoading } from '@/ui/RowsLoading';
import { Failure } from '@/ui/Failure';

/** A stream can be dead without anyone noticing, so the page also looks by itself now and then. */
const LOOK_ANYWAY_MS = 300_000;

/** Who to contact next, and why. */
export function LeadsPage() {
  const { t } = useTranslation(['leads', 'app']);
  const words = useProblemWords();
  const client = useQueryClient();
  const isLive = useLive(() => void client.invalidateQueries({ queryKey: LEADS_KEY }));
  const leads = useInfiniteQuery({
    ...leadsQuery,
    refetchInterval: isLive ? LOOK_ANYWAY_MS : CHECK_EVERY_MS,
  });
  const { data: list, error } = leads;
  const look = () => void leads.refetch();
  return (
    <>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      {list && (
        <LeadsDesk
          latest={list}
          isLive={isLive}
          failure={error ? words(error) : undefined}
          onLook={look}
          onNearEnd={() => {
            if (leads.hasNextPage && !leads.isFetching) void leads.fetchNextPage();
          }}
        />
      )}
      {!list && (
        <div className={classes.page}>
          <h1 className={classes.title}>{t('title')}</h1>
          {error && <Failure {...words(error)} onRetry={look} />}
          {!error && (
            <RowsLoading
              isStopped={leads.fetchStatus === 'idle'}
              onCancel={() => void client.cancelQueries({ queryKey: LEADS_KEY })}
              onRetry={look}
            />
          )}
        </div>
      )}
    </>
  );
}
