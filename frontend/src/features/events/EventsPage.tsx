import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { CHECK_EVERY_MS, useLive } from '@/api/live';
import { EVENTS_KEY, eventsQuery } from '@/features/events/events';
import { EventsDesk } from '@/features/events/EventsDesk';
import classes from '@/features/events/EventsDesk.module.css';
import { filtersOf } from '@/features/events/eventSearch';
import { Failure } from '@/ui/Failure';
import { RowsLoading } from '@/ui/RowsLoading';

const route = getRouteApi('/staff/events');

/** The inbox: what Acuity told us, and what became of it. */
export function EventsPage() {
  const { t } = useTranslation(['events', 'app']);
  const words = useProblemWords();
  const client = useQueryClient();
  const filters = filtersOf(route.useSearch());
  // A hook that changes nothing on the list is told to nobody, so the page also looks by itself.
  const events = useInfiniteQuery({ ...eventsQuery(filters), refetchInterval: CHECK_EVERY_MS });
  const look = () => void events.refetch();
  const isLive = useLive(look);
  const { data: list, error } = events;
  return (
    <>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      {list && (
        <EventsDesk
          list={list}
          filters={filters}
          isLive={isLive}
          isLoading={events.isFetchingNextPage || events.isPlaceholderData}
          hasOlder={events.hasNextPage}
          failure={error ? words(error) : undefined}
          onLook={look}
          onOlder={() => void events.fetchNextPage()}
        />
      )}
      {!list && (
        <div className={classes.page}>
          <h1>{t('title')}</h1>
          {error && <Failure {...words(error)} onRetry={look} />}
          {!error && (
            <RowsLoading
              isStopped={events.fetchStatus === 'idle'}
              onCancel={() => void client.cancelQueries({ queryKey: EVENTS_KEY })}
              onRetry={look}
            />
          )}
        </div>
      )}
    </>
  );
}
