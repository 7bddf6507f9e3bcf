import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { HookEvent } from '@/features/events/events';
import type { EventSearch } from '@/features/events/eventSearch';
import classes from '@/features/events/EventTable.module.css';
import { StateMark } from '@/features/events/StateMark';
import { useEventWords } from '@/features/events/useEventWords';
import { lasted } from '@/lib/lasted';
import { timeToday } from '@/lib/moments';
import { paths } from '@/lib/paths';
import { Moment } from '@/ui/Moment';
import { VisuallyHidden } from '@/ui/VisuallyHidden';

interface Clock {
  zone: string;
  now: number;
}

interface EventTableProps {
  events: readonly HookEvent[];
  openedId: string | undefined;
  clock: Clock;
}

/** A plain table: fifty rows a page need no virtual ones, and every reader of screens knows it. */
export function EventTable({ events, openedId, clock }: EventTableProps) {
  const { t } = useTranslation('events');
  return (
    <table className={classes.table}>
      <caption>
        <VisuallyHidden>{t('list')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('column-event')}</th>
          <th scope="col">{t('column-state')}</th>
          <th scope="col">{t('column-received')}</th>
          <th scope="col" className={classes.more}>
            {t('column-lag')}
          </th>
          <th scope="col" className={classes.more}>
            {t('column-tries')}
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <EventRow key={event.id} event={event} isOpened={event.id === openedId} clock={clock} />
        ))}
      </tbody>
    </table>
  );
}

interface EventRowProps {
  event: HookEvent;
  isOpened: boolean;
  clock: Clock;
}

function EventRow({ event, isOpened, clock }: EventRowProps) {
  const { t } = useTranslation('events');
  const words = useEventWords();
  const { id, state, receivedAt, handledAt, nextTryAt, attempts, causeCode } = event;
  return (
    <tr data-opened={isOpened || undefined}>
      <th scope="row">
        {state === 'rejected' ? (
          <span>{words.title(event)}</span>
        ) : (
          <Link
            id={`event-${id}`}
            to={paths.events}
            search={(search: EventSearch) => ({ ...search, event: id })}
            aria-current={isOpened || undefined}
          >
            {words.title(event)}
          </Link>
        )}
      </th>
      <td>
        <StateMark state={state} />
        {state === 'failed' && causeCode && <p className={classes.why}>{words.cause(causeCode)}</p>}
        {nextTryAt && state === 'failed' && (
          <p className={classes.why}>
            {t('next-try', { time: timeToday(nextTryAt, clock.zone, clock.now) })}
          </p>
        )}
      </td>
      <td>
        <Moment at={receivedAt} {...clock} />
      </td>
      <td className={`${classes.more} ${classes.short}`}>{handledAt && lasted(receivedAt, handledAt)}</td>
      <td className={classes.more}>{attempts > 0 && attempts}</td>
    </tr>
  );
}
