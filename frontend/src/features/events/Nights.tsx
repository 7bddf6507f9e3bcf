import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { differencesOf, nightsQuery } from '@/features/events/sweeps';
import classes from '@/features/events/SweepsPage.module.css';

/** "7 nights, 0 differences": only nights that were compared whole may count as such. */
export function Nights() {
  const { t } = useTranslation('events');
  const { data } = useQuery(nightsQuery);
  if (!data) return null;
  const whole = data.items.filter(({ state }) => state === 'whole');
  const stopped = data.items.filter(({ state }) => state === 'stopped').length;
  const differences = whole.reduce((sum, sweep) => sum + differencesOf(sweep), 0);
  return (
    <p className={classes.nights}>
      {whole.length === 0
        ? t('nights-none')
        : `${t('nights', { count: whole.length })}, ${t('differences', { count: differences })}`}
      {stopped > 0 && <span className={classes.stopped}>{t('nights-stopped', { count: stopped })}</span>}
    </p>
  );
}
