import { useTranslation } from 'react-i18next';

import { OwnFactors } from '@/features/factors/OwnFactors';
import { OwnSessions } from '@/features/factors/OwnSessions';
import classes from '@/features/factors/SecurityPage.module.css';

/** How someone of the staff signs in, beside the rail. */
export function SecurityPage() {
  const { t } = useTranslation(['security', 'app']);
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      <div className={classes.sheet}>
        <h1>{t('title')}</h1>
        <OwnFactors />
        <OwnSessions />
      </div>
    </div>
  );
}
