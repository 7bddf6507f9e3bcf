import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { meQuery, useOwnZone } from '@/api/me';
import { BookingItem } from '@/features/bookings/BookingItem';
import classes from '@/features/bookings/Bookings.module.css';
import { type Booking, bookingsQuery, type BookingsPage as Page, parted } from '@/features/bookings/bookings';
import { callTo } from '@/lib/contactLinks';
import { timeToday } from '@/lib/moments';
import { Failure } from '@/ui/Failure';
import { PageTitle } from '@/ui/PageTitle';
import { useDelay } from '@/ui/useDelay';
import { usePracticeNow } from '@/ui/usePracticeNow';

/** A client's sessions in their own zone. Acuity owns them: what is changed is changed there. */
export function BookingsPage() {
  const { t } = useTranslation('bookings');
  const { data, error, refetch } = useQuery(bookingsQuery);
  const isNoticeable = useDelay(150);
  return (
    <div className={classes.page}>
      <PageTitle words={t('title')} />
      {error && <NotRefreshed page={data} error={error} onRetry={() => void refetch()} />}
      {data && <Lists page={data} />}
      {!data && !error && isNoticeable && <p role="status">{t('loading')}</p>}
    </div>
  );
}

function Lists({ page }: { page: Page }) {
  const { t } = useTranslation('bookings');
  const { upcoming, past, cancelled } = parted(page.items);
  const { data: me } = useQuery(meQuery);
  return (
    <>
      <Part name="upcoming" items={upcoming} page={page} />
      {upcoming.length === 0 && me?.bookingPage && (
        <p>
          <a href={me.bookingPage} rel="noreferrer" className={classes.button}>
            {t('book')}
          </a>
        </p>
      )}
      <Part name="past" items={past} page={page} />
      <Part name="cancelled" items={cancelled} page={page} />
    </>
  );
}

interface PartProps {
  name: 'upcoming' | 'past' | 'cancelled';
  items: readonly Booking[];
  page: Page;
}

function Part({ name, items, page }: PartProps) {
  const { t } = useTranslation('bookings');
  const now = usePracticeNow(page);
  const zone = useOwnZone();
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{t(name)}</h2>
      {items.length === 0 && <p className={classes.none}>{t(`none-${name}`)}</p>}
      <ul className={classes.list}>
        {items.map((booking) => (
          <li key={booking.id} className={classes.item}>
            <BookingItem booking={booking} clock={{ now, zone, practiceZone: page.practiceZone }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NotRefreshedProps {
  page: Page | undefined;
  error: Error;
  onRetry: () => void;
}

/** What is old says how old; and there is always a telephone. */
function NotRefreshed({ page, error, onRetry }: NotRefreshedProps) {
  const { t } = useTranslation('bookings');
  const words = useProblemWords();
  const zone = useOwnZone();
  const { data: me } = useQuery(meQuery);
  const now = usePracticeNow(page);
  const asOf = page && t('as-of', { when: timeToday(page.asOf, zone, now) });
  return (
    <>
      <Failure
        text={[t('not-refreshed'), asOf ?? words(error).text].join(' ')}
        reference={words(error).reference}
        onRetry={onRetry}
      />
      {me?.practicePhone && (
        <p>
          <a href={callTo(me.practicePhone)}>{t('practice-phone', { phone: me.practicePhone })}</a>
        </p>
      )}
    </>
  );
}
