import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { OwnFactors } from '@/features/factors/OwnFactors';
import { OwnSessions } from '@/features/factors/OwnSessions';
import { portalPaths } from '@/lib/paths';
import { Letterhead } from '@/ui/Letterhead';

/** How a client signs in, a page of its own. */
export function MySecurityPage() {
  const { t } = useTranslation(['security', 'app']);
  return (
    <Letterhead brand={t('app:brand')} title={t('title')}>
      <OwnFactors />
      <OwnSessions />
      <p>
        <Link to={portalPaths.me}>{t('back')}</Link>
      </p>
    </Letterhead>
  );
}
