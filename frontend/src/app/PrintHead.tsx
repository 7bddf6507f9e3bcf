import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSession } from '@/api/session';
import classes from '@/app/PrintHead.module.css';
import { moment, ownZone } from '@/lib/moments';
import { usePrivacy } from '@/ui/Privacy';

/** Above everything that is printed: who made it, when, and how much of a name is in it. */
export function PrintHead() {
  const { t } = useTranslation('staff');
  const { account } = useSession();
  const { mode } = usePrivacy();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const look = () => setNow(new Date());
    window.addEventListener('beforeprint', look);
    return () => window.removeEventListener('beforeprint', look);
  }, []);
  const when = moment(now.toISOString(), ownZone(), now.getTime());
  return (
    <p className={classes.head}>
      {t('printed-by', { who: account?.displayName, when, zone: ownZone() })} {t(`printed-${mode}`)}
    </p>
  );
}
