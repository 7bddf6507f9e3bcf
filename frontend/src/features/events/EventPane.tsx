import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { EventFacts } from '@/features/events/EventFacts';
import classes from '@/features/events/EventPane.module.css';
import { type EventDetail, eventQuery, type HookEvent } from '@/features/events/events';
import { FetchedPart } from '@/features/events/FetchedPart';
import { MadeReasons } from '@/features/events/MadeReasons';
import { SentPart } from '@/features/events/SentPart';
import { useEventWords } from '@/features/events/useEventWords';
import { Failure } from '@/ui/Failure';
import { usePrivacy } from '@/ui/Privacy';
import { Unopened } from '@/ui/Unopened';

interface Clock {
  zone: string;
  now: number;
}

interface EventPaneProps {
  eventId: string | undefined;
  listed: HookEvent | undefined;
  clock: Clock;
  /** Why nothing can be replayed now. */
  replayOff: string | undefined;
  isStarting: boolean;
  onReplay: (eventId: string) => void;
  onClose: () => void;
}

/** All that is known of one event. Opening it is a logged view, so it never opens by itself. */
export function EventPane({ eventId, ...rest }: EventPaneProps) {
  const { t } = useTranslation('events');
  return (
    <aside className={classes.pane} aria-label={t('detail')} data-empty={!eventId || undefined}>
      {eventId ? <Opened eventId={eventId} {...rest} /> : <p className={classes.hint}>{t('open-hint')}</p>}
    </aside>
  );
}

interface OpenedProps extends EventPaneProps {
  eventId: string;
}

function Opened({ eventId, listed, clock, replayOff, isStarting, onReplay, onClose }: OpenedProps) {
  const { t } = useTranslation('events');
  const words = useProblemWords();
  const { title } = useEventWords();
  const detail = useQuery(eventQuery(eventId, listed?.state));
  const [revealed, setRevealed] = useState<EventDetail>();
  const event = listed ?? detail.data?.event;
  const { mode } = usePrivacy();
  const isRevealed = revealed !== undefined && mode === 'names';
  const shown = isRevealed ? revealed : detail.data;
  const reason = event?.state === 'kept' ? t('replay-kept') : replayOff;
  return (
    <>
      <h1 className={classes.pageTitle}>{t('title')}</h1>
      <div className={classes.head}>
        <Button
          variant="subtle"
          className={classes.back}
          leftSection={<ArrowLeft size={18} aria-hidden />}
          onClick={onClose}
        >
          {t('back-to-list')}
        </Button>
        {event && <h2>{title(event)}</h2>}
      </div>
      {event && <EventFacts event={event} clock={clock} />}
      {event && (
        <div>
          <Button
            id="replay-event"
            variant="default"
            aria-disabled={reason !== undefined || undefined}
            aria-describedby={reason && 'replay-reason'}
            loading={isStarting}
            onClick={() => reason === undefined && onReplay(eventId)}
          >
            {t('replay')}
          </Button>
          {reason && (
            <p id="replay-reason" className={classes.reason}>
              {reason}
            </p>
          )}
        </div>
      )}
      {detail.isError && <Failure {...words(detail.error)} onRetry={() => void detail.refetch()} />}
      {shown && (
        <>
          <Unopened unopened={shown.unopened} />
          <SentPart sent={shown.sent} />
          <FetchedPart detail={shown} clock={clock} isRevealed={isRevealed} onRevealed={setRevealed} />
          <MadeReasons detail={shown} />
        </>
      )}
    </>
  );
}
