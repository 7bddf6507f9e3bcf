import { useId } from 'react';
import type { TFunction } from 'i18next';

import type { Lead } from '@/features/leads/leads';
import classes from '@/features/leads/ReasonBar.module.css';
import { pointsWithTenth } from '@/lib/points';

const FULL_TENTHS = 1000;
const HEIGHT = 10;
const GAP = 10;

/** One segment per reason that adds points, on the scale of 0 to 100; hatched where the source is late. */
export function ReasonBar({ lead, t }: { lead: Lead; t: TFunction<'leads'> }) {
  const hatch = useId();
  const adding = lead.reasons.filter(({ tenths }) => tenths > 0);
  const label = lead.reasons.map(({ rule, tenths }) => `${rule} ${pointsWithTenth(tenths)}`).join(', ');
  return (
    <svg
      className={classes.bar}
      viewBox={`0 0 ${FULL_TENTHS} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('reason-bar', { label })}
    >
      <pattern id={hatch} width="40" height={HEIGHT} patternUnits="userSpaceOnUse">
        <rect className={classes.late} width="20" height={HEIGHT} />
      </pattern>
      <rect className={classes.track} width={FULL_TENTHS} height={HEIGHT} />
      {adding.map((reason, index) => {
        const x = adding.slice(0, index).reduce((sum, { tenths }) => sum + tenths, 0);
        const width = Math.max(GAP, reason.tenths - GAP);
        return (
          <rect
            key={`${reason.rule}-${reason.startsAt}`}
            {...(reason.sourceLate
              ? { fill: `url(#${hatch})` }
              : { className: index % 2 === 0 ? classes.even : classes.odd })}
            x={x}
            width={width}
            height={HEIGHT}
          />
        );
      })}
    </svg>
  );
}
