import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { AuthenticatorKey } from '@/features/set-up/AuthenticatorKey';

export function AuthenticatorSetUp({ onOver }: { onOver: () => void }) {
  const { t } = useTranslation('set-up');
  const [isChosen, setChosen] = useState(false);
  if (isChosen) return <AuthenticatorKey onOver={onOver} />;
  return (
    <>
      <p>{t('why')}</p>
      <p>{t('what-app')}</p>
      <Button onClick={() => setChosen(true)}>{t('choose-app')}</Button>
    </>
  );
}
