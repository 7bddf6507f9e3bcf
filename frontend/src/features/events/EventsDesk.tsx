import { Button } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ProblemWords } from '@/api/errors';
import { EventFilterBar } from '@/features/events/EventFilterBar';
import { EventPane } from '@/features/events/EventPane';
import type { EventFilters, EventList } from '@/features/events/events';
import type { EventSearch } from '@/features/events/eventSearch';
import classes from '@/features/events/EventsDesk.module.css';
import { EventsHeader } from '@/features/events/EventsHeader';
import { EventTable } from '@/features/events/EventTable';
import { NoEvents } from '@/features/events/NoEvents';
import { ReplayDialog } from '@/features/events/ReplayDialog';
import { useArrivals } from '@/features/events/useArrivals';
import { useReplay } from '@/features/events/useReplay';
import { paths } from '@/lib/paths';
import { useAnnouncer } from '@/ui/useAnnouncer';
import { usePracticeNow } from '@/ui/usePracticeNow';
import { VisuallyHidden } from '@/ui/VisuallyHidden';

const route = getRouteApi('/staff/events');

/** After React has drawn the page as it is now, and the dialog has let go of the focus. */
const focus = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());

interface EventsDeskProps {
  list: EventList;
  filters: EventFilters;
  isLive: boolean;
  isLoading: boolean;
  hasOlder: boolean;
  failure: ProblemWords | undefined;
  onLook: () => void;
  onOlder: () => void;
}

/** The list, the event opened from it, and the replay under way. */
export function EventsDesk(props: EventsDeskProps) {
  const { list, filters, isLive, isLoading, hasOlder, failure, onLook, onOlder } = props;
  const { t } = useTranslation('events');
  const { event: opened, replay } = route.useSearch();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const { shown, waiting, showNewest } = useArrivals(list.items, JSON.stringify(filters), !isLoading);
  const { words: spoken, announce } = useAnnouncer();
  const sayWaiting = useEffectEvent(() => announce(t('new-waiting', { count: waiting })));
  useEffect(() => {
    if (waiting > 0) sayWaiting();
  }, [waiting]);
  const clock = { zone: list.zone, now: usePracticeNow(list) };
  const isFirstUse = list.items.length === 0 && Object.keys(filters).length === 0 && !isLoading;
  const replayOff = failure && t('replay-off');

  const go = (search: EventSearch) => void navigate({ to: paths.events, search });
  const here = { ...filters, ...(opened && { event: opened }) };
  const replaying = useReplay(replay, (id) => {
    setAsking(false);
    go({ ...here, replay: id });
  });
  const closeReplay = () => {
    setAsking(false);
    go(here);
    onLook();
    focus(opened ? 'replay-event' : 'replay-failed');
  };

  return (
    <div className={classes.desk} data-open={opened !== undefined || undefined}>
      <section className={classes.list} aria-label={t('list-and-filters')}>
        <EventsHeader
          asOf={list.asOf}
          clock={clock}
          waiting={waiting}
          isLive={isLive}
          failure={failure}
          replayOff={replayOff}
          onLook={onLook}
          onNewest={showNewest}
          onReplay={() => {
            replaying.start.reset();
            setAsking(true);
          }}
        />
        {!isFirstUse && <EventFilterBar filters={filters} onChange={go} />}
        <div className={classes.rows} aria-busy={isLoading || undefined}>
          {shown.length > 0 && <EventTable events={shown} openedId={opened} clock={clock} />}
          {shown.length === 0 && !isLoading && (
            <NoEvents filters={filters} hasOlder={hasOlder} onClear={() => go({})} />
          )}
          {hasOlder && (
            <Button variant="subtle" className={classes.older} loading={isLoading} onClick={onOlder}>
              {t('older')}
            </Button>
          )}
        </div>
      </section>
      <EventPane
        key={opened}
        eventId={opened}
        listed={list.items.find(({ id }) => id === opened)}
        clock={clock}
        replayOff={replayOff}
        isStarting={replaying.start.isPending}
        onReplay={(eventId) => replaying.start.mutate({ eventId })}
        onClose={() => {
          go(filters);
          focus(`event-${opened}`);
        }}
      />
      <ReplayDialog
        replayId={replay}
        isAsking={isAsking}
        replaying={replaying}
        clock={clock}
        onClose={closeReplay}
      />
      <VisuallyHidden>
        <span role="status">{spoken}</span>
      </VisuallyHidden>
    </div>
  );
}
