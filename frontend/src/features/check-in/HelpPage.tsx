import { useTranslation } from 'react-i18next';

import { HelpNumbers } from '@/features/check-in/HelpNumbers';
import { PageTitle } from '@/ui/PageTitle';

/** Help for whoever needs it now, signed in or not, with or without a connection. */
export function HelpPage() {
  const { t } = useTranslation('help');
  return (
    <>
      <PageTitle words={t('title')} />
      <p>{t('danger')}</p>
      <HelpNumbers withPractice />
      <p>{t('no-one-watches-page')}</p>
    </>
  );
}
