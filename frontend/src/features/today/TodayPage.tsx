import { useTranslation } from 'react-i18next';

import { useSession } from '@/api/session';
import { AdminLines } from '@/features/today/AdminLines';
import { AwayLine } from '@/features/today/AwayLine';
import { CareLine } from '@/features/today/CareLine';
import { QuietForAdmins, QuietForPractitioners } from '@/features/today/Quiet';
import { SessionsLine } from '@/features/today/SessionsLine';
import classes from '@/features/today/Today.module.css';
import { UnclearLine } from '@/features/today/UnclearLine';

/** What the day brings, each line by itself: one that cannot be loaded keeps none of the others waiting. */
export function TodayPage() {
  const { t } = useTranslation(['today', 'app']);
  const isAdmin = useSession().account?.role === 'admin';
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      <h1>{t('title')}</h1>
      {isAdmin ? (
        <>
          <QuietForAdmins />
          <AdminLines />
          <AwayLine isAdmin />
        </>
      ) : (
        <>
          <QuietForPractitioners />
          <CareLine />
          <SessionsLine />
          <UnclearLine />
          <AwayLine isAdmin={false} />
        </>
      )}
    </div>
  );
}
