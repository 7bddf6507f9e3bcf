import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { useProblemWords } from '@/api/errors';
import { useSessionRefresh } from '@/api/session';
import { CodeForm } from '@/ui/CodeForm';
import { RecoveryCodeForm } from '@/features/sign-in/RecoveryCodeForm';

/** The six digits, or one of the saved codes for people whose phone is gone. */
export function SecondFactor() {
  const { t } = useTranslation('sign-in');
  const [isRecovering, setRecovering] = useState(false);
  const words = useProblemWords();
  const refresh = useSessionRefresh();
  const check = useMutation({
    mutationFn: (code: string) => answered(auth.POST('/auth/second-factor', { body: { code } })),
    onSuccess: refresh,
  });
  if (isRecovering) return <RecoveryCodeForm onBack={() => setRecovering(false)} />;
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
      <div>
        <Button variant="subtle" onClick={() => setRecovering(true)}>
          {t('use-recovery-code')}
        </Button>
      </div>
    </>
  );
}
