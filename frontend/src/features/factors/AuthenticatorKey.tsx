import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { useProblemWords } from '@/api/errors';
import { hasCode } from '@/api/problem';
import { useSessionRefresh } from '@/api/session';
import { RECOVERY_CODES_KEY } from '@/features/factors/recoveryCodes';
import { KeyCard } from '@/features/factors/KeyCard';
import { SetUpFailure } from '@/features/factors/SetUpFailure';
import { CodeForm } from '@/ui/CodeForm';

/** A fresh key each time this opens; an earlier one that was never confirmed is worth nothing. */
export function AuthenticatorKey({ onOver }: { onOver: () => void }) {
  const { t } = useTranslation('set-up');
  const words = useProblemWords();
  const client = useQueryClient();
  const refresh = useSessionRefresh();
  const key = useQuery({
    queryKey: ['set-up', 'totp'],
    queryFn: () => answered(auth.POST('/auth/set-up/totp')),
    staleTime: Infinity,
    gcTime: 0,
  });
  const confirm = useMutation({
    mutationFn: (code: string) => answered(auth.POST('/auth/set-up/totp/confirm', { body: { code } })),
    onSuccess: async (codes) => {
      client.setQueryData(RECOVERY_CODES_KEY, codes);
      await refresh();
    },
  });
  if (key.isError)
    return <SetUpFailure error={key.error} onOver={onOver} onRetry={() => void key.refetch()} />;
  if (!key.data) return <p role="status">{t('making-key')}</p>;
  return (
    <>
      <KeyCard otpauth={key.data.otpauth} secret={key.data.secret} />
      {confirm.isError && hasCode(confirm.error, 'set-up-expired') && (
        <SetUpFailure error={confirm.error} onOver={onOver} />
      )}
      <CodeForm
        label={t('confirm-code')}
        button={t('confirm')}
        isSending={confirm.isPending}
        failure={
          confirm.isError && !hasCode(confirm.error, 'set-up-expired') ? words(confirm.error) : undefined
        }
        onCode={(code) => confirm.mutate(code)}
      />
    </>
  );
}
