import { useTranslation } from 'react-i18next';

import type { CalendarAnswer } from '@/features/calendar/calendar';
import classes from '@/features/calendar/ConflictList.module.css';
import { conflictsOf, type Found, sessionOf } from '@/features/calendar/columns';
import { GoogleMark } from '@/features/calendar/GoogleMark';
import { useCalendarWords } from '@/features/calendar/useCalendarWords';
import { moment } from '@/lib/moments';

interface ConflictListProps {
  answer: CalendarAnswer;
  clock: { zone: string; now: number };
}

/** What a person has to decide, the soonest first. Acuity owns bookings, so none of it is changed by itself. */
export function ConflictList({ answer, clock }: ConflictListProps) {
  const { t } = useTranslation('calendar');
  const found = conflictsOf(answer);
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="conflicts" className={classes.conflicts}>
      <h2 id="conflicts">{t('conflicts', { count: found.length })}</h2>
      <ul>
        {found.map((one) => (
          <ConflictLine
            key={`${one.conflict.kind}.${one.conflict.bookingId}.${one.conflict.otherBookingId}`}
            found={one}
            clock={clock}
          />
        ))}
      </ul>
    </section>
  );
}

function ConflictLine({
  found: { column, conflict },
  clock,
}: { found: Found } & Pick<ConflictListProps, 'clock'>) {
  const { t } = useTranslation('calendar');
  const { nameOf, dayAndRange } = useCalendarWords(clock.zone, clock.now);
  const session = sessionOf(column, conflict.bookingId);
  const other = sessionOf(column, conflict.otherBookingId);
  return (
    <li>
      <span className={classes.kind}>{t(`kind-${conflict.kind}`)}</span>
      <span>
        {t(`says-${conflict.kind}`, {
          when: dayAndRange(conflict),
          practitioner: column.practitioner,
          who: session ? nameOf(session) : t('somebody'),
          other: other ? nameOf(other) : t('somebody'),
          elsewhere: conflict.elsewhere ? moment(conflict.elsewhere, clock.zone, clock.now) : '',
        })}
      </span>
      {session && conflict.kind.includes('google') && (
        <GoogleMark session={session} conflict={conflict} clock={clock} />
      )}
    </li>
  );
}
