import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { type CalendarAnswer, isKnown } from '@/features/calendar/calendar';
import classes from '@/features/calendar/CalendarList.module.css';
import { busyOn, isAway, sessionsOn, type Strip, stripsOf } from '@/features/calendar/columns';
import { GoogleMark } from '@/features/calendar/GoogleMark';
import { useCalendarWords } from '@/features/calendar/useCalendarWords';
import type { Day } from '@/lib/days';
import { day as sayDay } from '@/lib/moments';
import { paths } from '@/lib/paths';

interface CalendarListProps {
  answer: CalendarAnswer;
  days: readonly Day[];
  clock: { zone: string; now: number };
}

/** The same as the grid in words, and everything that can be done there. */
export function CalendarList({ answer, days, clock }: CalendarListProps) {
  const { t } = useTranslation('calendar');
  return (
    <div className={classes.list}>
      {days.map((day) => (
        <section key={day.date} aria-labelledby={`day-${day.date}`}>
          <h2 id={`day-${day.date}`}>
            {sayDay(new Date(day.start).toISOString(), clock.zone, clock.now)}
            <HoursOfDay day={day} />
          </h2>
          {stripsOf(answer, [day]).map((strip) => (
            <StripList key={strip.key} strip={strip} clock={clock} isNamed={answer.calendars.length > 1} />
          ))}
        </section>
      ))}
      {answer.calendars.length === 0 && <p>{t('no-calendar')}</p>}
    </div>
  );
}

const HOUR = 3_600_000;

/** Said where clocks change, as an hour is missing or comes twice. */
function HoursOfDay({ day }: { day: Day }) {
  const { t } = useTranslation('calendar');
  const hours = (day.end - day.start) / HOUR;
  return hours === 24 ? null : <span className={classes.hours}>{t('hours-of-day', { count: hours })}</span>;
}

interface StripListProps {
  strip: Strip;
  clock: { zone: string; now: number };
  isNamed: boolean;
}

function StripList({ strip, clock, isNamed }: StripListProps) {
  const { t } = useTranslation('calendar');
  const { nameOf, range } = useCalendarWords(clock.zone, clock.now);
  const rows = [
    ...sessionsOn(strip).map((session) => ({ at: session.from, session })),
    ...(isKnown(strip.column.google) ? busyOn(strip).map((busy) => ({ at: busy.from, busy })) : []),
  ].toSorted((one, other) => one.at.localeCompare(other.at));
  return (
    <>
      {isNamed && <h3>{strip.column.practitioner}</h3>}
      {isAway(strip) && <p className={classes.none}>{t('away')}</p>}
      {!isKnown(strip.column.google) && <p className={classes.unknown}>{t('unknown')}</p>}
      {rows.length === 0 && <p className={classes.none}>{t('nothing')}</p>}
      <ul>
        {rows.map((row) =>
          'session' in row ? (
            <li key={row.session.id}>
              <span className={classes.time}>{range(row.session)}</span>
              <Link to={paths.person} params={{ personId: row.session.personId }} className={classes.name}>
                {nameOf(row.session)}
              </Link>
              <span>{row.session.typeName}</span>
              <GoogleMark session={row.session} clock={clock} />
            </li>
          ) : (
            <li key={`busy-${row.at}`}>
              <span className={classes.time}>{row.busy.allDay ? t('all-day') : range(row.busy)}</span>
              <span className={classes.busy}>{t(row.busy.tentative ? 'busy-perhaps' : 'busy')}</span>
            </li>
          ),
        )}
      </ul>
    </>
  );
}
