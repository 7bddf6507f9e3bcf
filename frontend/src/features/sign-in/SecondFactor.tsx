import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { useProblemWords } from '@/api/errors';
import { useSession, useSessionRefresh } from '@/api/session';
import { PasskeySignIn } from '@/features/sign-in/PasskeySignIn';
import { RecoveryCodeForm } from '@/features/sign-in/RecoveryCodeForm';
import { CodeForm } from '@/ui/CodeForm';
import { Letterhead } from '@/ui/Letterhead';
import { FLUSH } from '@/ui/theme';

/** The six digits or the passkey, or one of the saved codes for people whose device is gone. */
export function SecondFactor() {
  const { t } = useTranslation(['sign-in', 'app']);
  const { secondFactors = [] } = useSession();
  const [isRecovering, setRecovering] = useState(false);
  const hasApp = secondFactors.includes('app');
  if (isRecovering)
    return (
      <Letterhead brand={t('app:brand')} title={t('use-recovery-code')}>
        <RecoveryCodeForm onBack={() => setRecovering(false)} />
      </Letterhead>
    );
  return (
    <Letterhead brand={t('app:brand')} title={hasApp ? t('title-code') : t('title-passkey')}>
      {hasApp ? <AppCode /> : <p>{t('passkey-help')}</p>}
      {secondFactors.includes('passkey') && <PasskeySignIn isMain={!hasApp} />}
      <div>
        <Button variant="subtle" ms={FLUSH} onClick={() => setRecovering(true)}>
          {t('use-recovery-code')}
        </Button>
      </div>
    </Letterhead>
  );
}

function AppCode() {
  const { t } = useTranslation('sign-in');
  const words = useProblemWords();
  const refresh = useSessionRefresh();
  const check = useMutation({
    mutationFn: (code: string) => answered(auth.POST('/auth/second-factor', { body: { code } })),
    onSuccess: refresh,
  });
  return (
    <>
      <p>{t('code-help')}</p>
      <CodeForm
        label={t('code')}
        button={t('sign-in')}
        isMain
        isSending={check.isPending}
        failure={check.isError ? words(check.error) : undefined}
        onCode={(code) => check.mutate(code)}
      />
    </>
  );
}
