import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { CalendarAnswer } from '@/features/calendar/calendar';
import classes from '@/features/calendar/CalendarGrid.module.css';
import { DayStrip } from '@/features/calendar/DayStrip';
import { HourRail } from '@/features/calendar/HourRail';
import { stripsOf, type Strip } from '@/features/calendar/columns';
import { useSlotCursor } from '@/features/calendar/useSlotCursor';
import type { Day } from '@/lib/days';
import { day as sayDay, ownZone } from '@/lib/moments';
import { VisuallyHidden } from '@/ui/VisuallyHidden';

const HOUR = 3_600_000;
const PIXELS_AN_HOUR = 44;
/** Where the working day is usually looked at from. */
const FIRST_SEEN_HOUR = 8;

interface CalendarGridProps {
  answer: CalendarAnswer | undefined;
  days: readonly Day[];
  clock: { zone: string; now: number };
  isDay: boolean;
}

/** The grid: its lines at once, what is in it when that is known. */
export function CalendarGrid({ answer, days, clock, isDay }: CalendarGridProps) {
  const { t } = useTranslation('calendar');
  const scroller = useRef<HTMLDivElement>(null);
  const strips: Strip[] = answer ? stripsOf(answer, days) : [];
  const cursor = useSlotCursor(strips, clock);
  const longest = Math.max(...days.map(({ start, end }) => end - start)) / HOUR;
  const height = (day: Day) => ((day.end - day.start) / HOUR) * PIXELS_AN_HOUR;
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = FIRST_SEEN_HOUR * PIXELS_AN_HOUR;
  }, []);
  const other = ownZone();
  const first = days[0];
  return (
    <div className={answer ? classes.frame : `${classes.frame} ${classes.still}`} ref={scroller}>
      <VisuallyHidden>
        <p role="status">{cursor.words}</p>
      </VisuallyHidden>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the slots inside take the focus */}
      <div
        className={classes.grid}
        role="group"
        aria-label={t(isDay ? 'grid-day' : 'grid-week')}
        onKeyDown={cursor.onKeyDown}
        style={{ minHeight: longest * PIXELS_AN_HOUR }}
      >
        {first && <HourRail day={first} zone={clock.zone} height={height(first)} />}
        {first && other !== clock.zone && (
          <HourRail day={first} zone={other} height={height(first)} isSecond />
        )}
        {answer
          ? strips.map((strip) => (
              <DayStrip
                key={strip.key}
                strip={strip}
                clock={clock}
                height={height(strip.day)}
                title={
                  isDay
                    ? strip.column.practitioner
                    : sayDay(new Date(strip.day.start).toISOString(), clock.zone, clock.now)
                }
                cursor={cursor.at(strip)}
              />
            ))
          : days.map((day) => (
              <div key={day.date} className={classes.strip}>
                <div className={classes.head}>
                  {sayDay(new Date(day.start).toISOString(), clock.zone, clock.now)}
                </div>
                <div className={classes.body} style={{ height: height(day) }} aria-busy />
              </div>
            ))}
      </div>
    </div>
  );
}
