import { type LucideIcon, Archive, Ban, Check, CheckCheck, CircleAlert, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import classes from '@/features/events/StateMark.module.css';

// A shape and a word each: the state can be told without its colour.
const SHAPES: Record<string, LucideIcon> = {
  received: Clock,
  processed: Check,
  duplicate: CheckCheck,
  failed: CircleAlert,
  kept: Archive,
  rejected: Ban,
};

export function StateMark({ state }: { state: string }) {
  const { t } = useTranslation('events');
  const Shape = SHAPES[state] ?? Clock;
  return (
    <span className={classes.state} data-state={state}>
      <Shape size={16} aria-hidden />
      {t(`state-${state}`)}
    </span>
  );
}
