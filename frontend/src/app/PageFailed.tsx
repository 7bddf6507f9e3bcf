import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { Letterhead } from '@/ui/Letterhead';

/** The last net under a page. It shows no detail: an exception's text may hold what was on the page. */
export function PageFailed() {
  const { t } = useTranslation(['common', 'app']);
  return (
    <Letterhead brand={t('app:brand')} title={t('page-failed')}>
      <p>{t('page-failed-help')}</p>
      <div>
        <Button onClick={() => window.location.reload()}>{t('load-again')}</Button>
      </div>
    </Letterhead>
  );
}
