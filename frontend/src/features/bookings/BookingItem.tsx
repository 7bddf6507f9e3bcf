import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { leave } from '@/api/session';
import classes from '@/features/bookings/Bookings.module.css';
import {
  beginChange,
  type Booking,
  BOOKINGS_KEY,
  calendarOf,
  endChange,
  join,
} from '@/features/bookings/bookings';
import { moment, timeToday } from '@/lib/moments';
import { Failure } from '@/ui/Failure';
import { Moment } from '@/ui/Moment';
import { Note } from '@/ui/Note';

interface BookingClock {
  now: number;
  zone: string;
  practiceZone: string;
}

interface BookingItemProps {
  booking: Booking;
  clock: BookingClock;
}

/** When, with whom, and what can be done about it. */
export function BookingItem({ booking, clock }: BookingItemProps) {
  const { t } = useTranslation('bookings');
  const { now, zone, practiceZone } = clock;
  const here = moment(booking.startsAt, zone, now);
  const there = moment(booking.startsAt, practiceZone, now);
  return (
    <>
      <p className={classes.when}>
        <Moment at={booking.startsAt} zone={zone} now={now} />
      </p>
      {here !== there && <p className={classes.more}>{t('at-practice', { when: there })}</p>}
      <p className={classes.more}>
        {[
          booking.typeName,
          booking.practitioner && t('with', { name: booking.practitioner }),
          t('lasts', { count: booking.durationMinutes }),
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      {booking.cancelledSeenAt && (
        <p className={classes.more}>
          {t('cancelled-at', { when: moment(booking.cancelledSeenAt, zone, now) })}
        </p>
      )}
      {booking.state === 'booked' && <Acts booking={booking} clock={clock} when={here} />}
    </>
  );
}

function Acts({ booking, clock, when }: BookingItemProps & { when: string }) {
  const { t } = useTranslation('bookings');
  const words = useProblemWords();
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: BOOKINGS_KEY });
  const joining = useMutation({
    mutationFn: () => join(booking.id),
    onSuccess: ({ address }) => leave.to(address),
  });
  const changing = useMutation({
    mutationFn: () => beginChange(booking.id),
    onSuccess: ({ address }) => leave.to(address),
    onSettled: again,
  });
  const ending = useMutation({ mutationFn: () => endChange(booking.id), onSettled: again });
  const mayJoin = clock.now >= Date.parse(booking.joinFrom);
  const failed = joining.error ?? changing.error ?? ending.error;
  return (
    <>
      {failed && <Failure {...words(failed)} />}
      {booking.waiting && (
        <Note tone="info">
          <strong>{t('waiting')}</strong>
          <br />
          {t('waiting-help')}
        </Note>
      )}
      {!mayJoin && (
        <p className={classes.more}>
          {t('join-from', { when: timeToday(booking.joinFrom, clock.zone, clock.now) })}
        </p>
      )}
      <div className={classes.buttons}>
        {mayJoin && (
          <Button onClick={() => joining.mutate()} loading={joining.isPending}>
            {t('join')}
          </Button>
        )}
        <a
          href={calendarOf(booking.id)}
          download="appointment.ics"
          className={classes.button}
          aria-label={t('add-of', { when })}
        >
          {t('add')}
        </a>
        {booking.waiting ? (
          <Button variant="default" onClick={() => ending.mutate()} loading={ending.isPending}>
            {t('changed-nothing')}
          </Button>
        ) : (
          <Button
            variant="default"
            aria-label={t('change-of', { when })}
            onClick={() => changing.mutate()}
            loading={changing.isPending}
          >
            {t('change')}
          </Button>
        )}
      </div>
    </>
  );
}
