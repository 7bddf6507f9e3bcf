import { useTranslation } from 'react-i18next';

import classes from '@/features/events/Facts.module.css';
import { Moment } from '@/ui/Moment';

interface FieldValueProps {
  field: { name: string; personal: boolean; isEmpty?: boolean };
  value: string | undefined;
  isRevealed: boolean;
  clock: { zone: string; now: number };
}

/** One value as people read it; of a person's, only that it is there. */
export function FieldValue({ field, value, isRevealed, clock }: FieldValueProps) {
  const { t } = useTranslation('events');
  if (field.isEmpty) return <span className={classes.quiet}>{t('empty-value')}</span>;
  if (field.personal && !isRevealed) return <span className={classes.quiet}>{t('hidden')}</span>;
  if (!value) return <span className={classes.quiet}>{t('empty-value')}</span>;
  if (field.name === 'state') return <>{t(`value-${value}`)}</>;
  if (field.name === 'startsAt' || field.name === 'bookedAt') return <Moment at={value} {...clock} />;
  return <>{value}</>;
}
