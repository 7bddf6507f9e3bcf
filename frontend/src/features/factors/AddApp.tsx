import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { useProblemWords } from '@/api/errors';
import { hasCode } from '@/api/problem';
import { FactorFailure } from '@/features/factors/FactorFailure';
import { useKeepFactors } from '@/features/factors/factors';
import { KeyCard } from '@/features/factors/KeyCard';
import { CodeForm } from '@/ui/CodeForm';

interface AddAppProps {
  /** Whether there is one, which goes on until a code of the new one was right. */
  replaces: boolean;
  onDone: (said: string) => void;
}

export function AddApp({ replaces, onDone }: AddAppProps) {
  const { t } = useTranslation(['security', 'set-up']);
  const words = useProblemWords();
  const keep = useKeepFactors();
  const key = useQuery({
    queryKey: ['factors', 'totp'],
    queryFn: () => answered(auth.POST('/auth/factors/totp')),
    staleTime: Infinity,
    gcTime: 0,
  });
  const confirm = useMutation({
    mutationFn: (code: string) => answered(auth.POST('/auth/factors/totp/confirm', { body: { code } })),
    onSuccess: async (list) => {
      await keep(list);
      onDone(t('factor-added', { name: t('app') }));
    },
  });
  if (key.isError) return <FactorFailure error={key.error} />;
  if (!key.data) return <p role="status">{t('set-up:making-key')}</p>;
  const isOver = hasCode(confirm.error, 'set-up-expired') || hasCode(confirm.error, 'step-up-required');
  return (
    <>
      {replaces && <p>{t('app-replaces')}</p>}
      <KeyCard otpauth={key.data.otpauth} secret={key.data.secret} />
      {confirm.error && isOver && <FactorFailure error={confirm.error} />}
      <CodeForm
        label={t('set-up:confirm-code')}
        button={t('set-up:confirm')}
        isSending={confirm.isPending}
        failure={confirm.error && !isOver ? words(confirm.error) : undefined}
        onCode={(code) => confirm.mutate(code)}
      />
    </>
  );
}
