import { useTranslation } from 'react-i18next';

import type { Clock, Connection } from '@/features/connections/connections';
import classes from '@/features/connections/ConnectionsPage.module.css';
import { VisuallyHidden } from '@/ui/VisuallyHidden';

const DAYS = 30;
const DAY_MS = 86_400_000;

interface RunStripProps {
  days: Connection['days'];
  asOf: Clock;
}

/** Thirty days of runs, the newest last: a full bar went well, a short one partly, a hollow one did not; a dot had none. */
export function RunStrip({ days, asOf }: RunStripProps) {
  const { t } = useTranslation('connections');
  if (days.length === 0) return null;
  const known = new Map(days.map((day) => [day.day, day]));
  const name = new Intl.DateTimeFormat('en-CA', { timeZone: asOf.zone });
  const shown = Array.from({ length: DAYS }, (_, index) => {
    const day = name.format(asOf.now - (DAYS - 1 - index) * DAY_MS);
    return { ...(known.get(day) ?? { well: 0, badly: 0 }), day };
  });
  const good = days.filter(({ badly }) => badly === 0).length;
  return (
    <div className={classes.strip}>
      <VisuallyHidden>{t('strip')}</VisuallyHidden>
      <div aria-hidden className={classes.days}>
        {shown.map(({ day, well, badly }) => (
          <span
            key={day}
            className={classes[look(well, badly)]}
            title={t('strip-day', { day, well, badly })}
          />
        ))}
      </div>
      <span className={classes.summary}>{t('strip-summary', { well: good, all: days.length })}</span>
    </div>
  );
}

function look(well: number, badly: number): 'whole' | 'part' | 'none' | 'failed' {
  if (well + badly === 0) return 'none';
  if (badly === 0) return 'whole';
  return well > 0 ? 'part' : 'failed';
}
