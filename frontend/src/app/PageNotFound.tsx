import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { paths } from '@/lib/paths';
import { Letterhead } from '@/ui/Letterhead';

export function PageNotFound() {
  const { t } = useTranslation(['common', 'app']);
  return (
    <Letterhead brand={t('app:brand')} title={t('not-found')}>
      <p>
        <Link to={paths.start}>{t('to-start')}</Link>
      </p>
    </Letterhead>
  );
}
