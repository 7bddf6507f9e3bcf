import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { CodeList } from '@/features/factors/CodeList';
import { CopiedCodeForm } from '@/features/factors/CopiedCodeForm';
import { FactorFailure } from '@/features/factors/FactorFailure';
import { useKeepFactors } from '@/features/factors/factors';
import { ASKED_NUMBER } from '@/features/factors/recoveryCodes';

/** Ten new codes, in force once one of them was typed back. */
export function RenewCodes({ onDone }: { onDone: (said: string) => void }) {
  const { t } = useTranslation(['security', 'set-up']);
  const keep = useKeepFactors();
  const codes = useQuery({
    queryKey: ['factors', 'recovery-codes'],
    queryFn: () => answered(auth.POST('/auth/factors/recovery-codes')),
    staleTime: Infinity,
    gcTime: 0,
  });
  const confirm = useMutation({
    mutationFn: (code: string) =>
      answered(auth.POST('/auth/factors/recovery-codes/confirm', { body: { number: ASKED_NUMBER, code } })),
    onSuccess: async (list) => {
      await keep(list);
      onDone(t('codes-renewed'));
    },
  });
  if (codes.isError) return <FactorFailure error={codes.error} />;
  if (!codes.data) return <p role="status">{t('set-up:making-codes')}</p>;
  return (
    <>
      <p>{t('new-codes-help')}</p>
      <CodeList codes={codes.data} />
      <CopiedCodeForm
        error={confirm.error}
        isSending={confirm.isPending}
        onCode={(code) => confirm.mutate(code)}
      />
    </>
  );
}
