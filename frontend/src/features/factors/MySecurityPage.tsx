import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { OwnFactors } from '@/features/factors/OwnFactors';
import { paths } from '@/lib/paths';
import { Letterhead } from '@/ui/Letterhead';

/** How a client signs in, a page of its own. */
export function MySecurityPage() {
  const { t } = useTranslation(['security', 'app']);
  return (
    <Letterhead brand={t('app:brand')} title={t('title')}>
      <OwnFactors />
      <p>
        <Link to={paths.start}>{t('back')}</Link>
      </p>
    </Letterhead>
  );
}
