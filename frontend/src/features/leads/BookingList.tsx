import { useTranslation } from 'react-i18next';

import type { LeadDetail } from '@/features/leads/leads';
import classes from '@/features/leads/History.module.css';
import type { Clock } from '@/features/leads/sentences';
import { Moment } from '@/ui/Moment';

type Booking = LeadDetail['bookings'][number];

interface BookingListProps {
  bookings: readonly Booking[];
  clock: Clock;
  onCancelledByUs: (bookingId: number) => void;
}

export function BookingList({ bookings, clock, onCancelledByUs }: BookingListProps) {
  const { t } = useTranslation('leads');
  return (
    <section aria-labelledby="bookings" className={classes.section}>
      <h3 id="bookings" className={classes.title}>
        {t('bookings')}
      </h3>
      {bookings.length === 0 && <p className={classes.none}>{t('no-bookings')}</p>}
      <ul className={classes.list}>
        {bookings.map((booking) => (
          <li key={booking.id} className={classes.entry}>
            <Moment at={booking.startsAt} {...clock} />
            <span className={classes.what}>
              {t(booking.cancelledByUs ? 'booking-cancelled-by-us' : `booking-${booking.state}`)}
            </span>
            <span className={classes.more}>
              {[booking.typeName, booking.practitioner, t('minutes', { count: booking.durationMinutes })]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {booking.state === 'cancelled' && !booking.cancelledByUs && (
              <button type="button" className={classes.quiet} onClick={() => onCancelledByUs(booking.id)}>
                {t('we-cancelled')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
