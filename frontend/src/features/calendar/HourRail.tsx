import { useTranslation } from 'react-i18next';

import classes from '@/features/calendar/CalendarGrid.module.css';
import type { Day } from '@/lib/days';
import { timeOfDay } from '@/lib/moments';

const HOUR = 3_600_000;

interface HourRailProps {
  day: Day;
  zone: string;
  height: number;
  isSecond?: boolean;
}

/** The hours of a day as the wall of a zone shows them, 23 or 25 where clocks change. */
export function HourRail({ day, zone, height, isSecond }: HourRailProps) {
  const { t } = useTranslation('calendar');
  const hours = Array.from(
    { length: Math.ceil((day.end - day.start) / HOUR) },
    (_, hour) => day.start + hour * HOUR,
  );
  return (
    <div className={isSecond ? classes.second : classes.rail}>
      <div className={classes.head}>{isSecond ? t('own-zone') : ''}</div>
      <ol aria-hidden className={classes.hours} style={{ height }}>
        {hours.map((at) => (
          <li key={at}>{timeOfDay(new Date(at).toISOString(), zone).replace(':00', '')}</li>
        ))}
      </ol>
    </div>
  );
}
