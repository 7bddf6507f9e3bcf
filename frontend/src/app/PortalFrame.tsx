import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { Gate } from '@/app/Gate';
import classes from '@/app/PortalFrame.module.css';
import { portalPaths } from '@/lib/paths';

/** Around every page of the portal, signed in or not: help, in the same place everywhere. */
export function PortalFrame() {
  const { t } = useTranslation('portal-frame');
  return (
    <>
      <nav aria-label={t('get-help')} className={classes.help}>
        <Link to={portalPaths.help}>{t('get-help')}</Link>
      </nav>
      <Gate door="portal" />
    </>
  );
}
