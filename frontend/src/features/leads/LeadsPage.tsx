import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { CHECK_EVERY_MS, useLive } from '@/api/live';
import { filterOf } from '@/features/leads/filters';
import { keepReached, LEADS_KEY, leadsQuery, lookAgain } from '@/features/leads/leads';
import { LeadsDesk } from '@/features/leads/LeadsDesk';
import classes from '@/features/leads/LeadsPage.module.css';
import { RowsLoading } from '@/ui/RowsLoading';
import { Failure } from '@/ui/Failure';

const route = getRouteApi('/staff/leads');

/** A stream can be dead without anyone noticing, so the page also looks by itself now and then. */
const LOOK_ANYWAY_MS = 300_000;

/** The next page is asked for when so few rows are left below. */
const AHEAD = 8;

/** Who to contact next, and why. */
export function LeadsPage() {
  const { t } = useTranslation(['leads', 'app']);
  const words = useProblemWords();
  const client = useQueryClient();
  const search = route.useSearch();
  const reach = useRef(0);
  const look = () => lookAgain(client, reach.current);
  const isLive = useLive(() => void look());
  const leads = useInfiniteQuery({
    ...leadsQuery(filterOf(search)),
    refetchInterval: isLive ? LOOK_ANYWAY_MS : CHECK_EVERY_MS,
  });
  const { data, error } = leads;
  // Another filter's people could not be had: what was there is better than nothing, and says what it is.
  const [kept, setKept] = useState(data);
  if (data && data !== kept) setKept(data);
  const list = data ?? kept;
  const goOn = () => {
    const isNearEnd = list !== undefined && list !== null && reach.current >= list.items.length - AHEAD;
    // After a failure the next look at the whole list tries again, not each drawing of it.
    const isFree = !leads.isFetching && !leads.isFetchNextPageError;
    if (isNearEnd && leads.hasNextPage && isFree) void leads.fetchNextPage();
  };
  const filter = JSON.stringify(filterOf(search));
  useEffect(() => {
    // Another list begins at its beginning, and so does this one when somebody comes back to it.
    reach.current = 0;
    keepReached(client, 0);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- at each change of the filter
  }, [client, filter]);
  // Someone may stand at the end already when an answer that kept it from going on has come.
  useEffect(goOn);
  return (
    <>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      {list && (
        <LeadsDesk
          latest={list}
          search={search}
          isFiltering={leads.isPlaceholderData}
          isLive={isLive}
          failure={error ? words(error) : undefined}
          onLook={look}
          onReach={(row) => {
            reach.current = row;
            goOn();
          }}
        />
      )}
      {!list && (
        <div className={classes.page}>
          <h1 className={classes.title}>{t('title')}</h1>
          {error && <Failure {...words(error)} onRetry={() => void look()} />}
          {!error && (
            <RowsLoading
              isStopped={leads.fetchStatus === 'idle'}
              onCancel={() => void client.cancelQueries({ queryKey: LEADS_KEY })}
              onRetry={() => void look()}
            />
          )}
        </div>
      )}
    </>
  );
}
