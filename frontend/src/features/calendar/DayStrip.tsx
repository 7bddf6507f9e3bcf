import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { isKnown, type Session } from '@/features/calendar/calendar';
import classes from '@/features/calendar/CalendarGrid.module.css';
import {
  busyOn,
  hoursOn,
  isAway,
  lanesOf,
  placeIn,
  sessionsOn,
  type Strip,
} from '@/features/calendar/columns';
import { useCalendarWords } from '@/features/calendar/useCalendarWords';
import type { SlotCursor } from '@/features/calendar/useSlotCursor';
import { paths } from '@/lib/paths';

const HOUR = 3_600_000;

interface DayStripProps {
  strip: Strip;
  clock: { zone: string; now: number };
  height: number;
  title: string;
  cursor: SlotCursor;
}

/** One calendar on one day, from its first moment to its last. */
export function DayStrip({ strip, clock, height, title, cursor }: DayStripProps) {
  const { t } = useTranslation('calendar');
  const { column, day } = strip;
  const { range } = useCalendarWords(clock.zone, clock.now);
  const known = isKnown(column.google);
  const sessions = sessionsOn(strip);
  const lanes = lanesOf(sessions);
  const inConflict = new Set(
    column.conflicts.flatMap(({ bookingId, otherBookingId }) => [bookingId, otherBookingId]),
  );
  const hours = (day.end - day.start) / HOUR;
  return (
    <section className={classes.strip} aria-label={`${title}, ${column.practitioner}`}>
      <div className={classes.head}>
        {title}
        {hours !== 24 && <span className={classes.change}>{t('hours-of-day', { count: hours })}</span>}
        {isAway(strip) && <span className={classes.change}>{t('away')}</span>}
        {!known && <span className={classes.unknownWord}>{t('unknown')}</span>}
      </div>
      <div
        className={known ? classes.body : `${classes.body} ${classes.unknown}`}
        style={{ height, backgroundSize: `100% ${100 / hours}%` }}
      >
        {known &&
          hoursOn(strip).map((stretch) => (
            <div key={stretch.from} className={classes.hoursWorked} style={placeIn(day, stretch)} />
          ))}
        {known &&
          busyOn(strip).map((busy) => (
            <div key={`${busy.from}.${busy.until}`} className={classes.busy} style={placeIn(day, busy)}>
              <span>{t(busy.tentative ? 'busy-perhaps' : 'busy')}</span>
              <span className={classes.quiet}>{busy.allDay ? t('all-day') : range(busy)}</span>
            </div>
          ))}
        {sessions.map((session) => (
          <SessionBlock
            key={session.id}
            session={session}
            strip={strip}
            clock={clock}
            lane={lanes.get(session.id)}
            isInConflict={inConflict.has(session.id)}
          />
        ))}
        {clock.now >= day.start && clock.now < day.end && (
          <div
            className={classes.now}
            style={{ top: `${((clock.now - day.start) / (day.end - day.start)) * 100}%` }}
            aria-hidden
          />
        )}
        <button
          type="button"
          id={cursor.id}
          className={classes.slot}
          tabIndex={cursor.isHere ? 0 : -1}
          style={placeIn(day, cursor.stretch)}
          aria-label={cursor.words}
          onClick={cursor.onOpen}
          onFocus={cursor.onFocus}
        />
      </div>
    </section>
  );
}

interface SessionBlockProps {
  session: Session;
  strip: Strip;
  clock: { zone: string; now: number };
  lane: { lane: number; of: number } | undefined;
  isInConflict: boolean;
}

function SessionBlock({ session, strip, clock, lane, isInConflict }: SessionBlockProps) {
  const { t } = useTranslation('calendar');
  const { nameOf, range } = useCalendarWords(clock.zone, clock.now);
  const { lane: nth, of } = lane ?? { lane: 0, of: 1 };
  return (
    <Link
      to={paths.person}
      params={{ personId: session.personId }}
      className={isInConflict ? `${classes.session} ${classes.conflict}` : classes.session}
      style={{
        ...placeIn(strip.day, session),
        insetInlineStart: `${(nth / of) * 100}%`,
        width: `${100 / of}%`,
      }}
      title={session.typeName ?? undefined}
    >
      <span className={classes.who}>{nameOf(session)}</span>
      <span className={classes.quiet}>{range(session)}</span>
      {isInConflict && <span className={classes.quiet}>{t('in-conflict')}</span>}
    </Link>
  );
}
