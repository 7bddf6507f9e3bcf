import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { makePasskey } from '@/api/passkeys';
import { hasCode } from '@/api/problem';
import { FactorFailure } from '@/features/factors/FactorFailure';
import { FactorNameForm } from '@/features/factors/FactorNameForm';
import { useKeepFactors } from '@/features/factors/factors';
import { useDeviceName } from '@/features/factors/useDeviceName';

export function AddPasskey({ onDone }: { onDone: (said: string) => void }) {
  const { t } = useTranslation('security');
  const keep = useKeepFactors();
  const deviceName = useDeviceName();
  const add = useMutation({
    mutationFn: async (name: string) => {
      const options = await answered(auth.POST('/auth/factors/passkey'));
      return answered(auth.POST('/auth/factors/passkey/confirm', { body: await makePasskey(options, name) }));
    },
    onSuccess: async (list, name) => {
      await keep(list);
      onDone(t('factor-added', { name }));
    },
  });
  if (add.error && hasCode(add.error, 'step-up-required')) return <FactorFailure error={add.error} />;
  return (
    <>
      <p>{t('add-passkey-help')}</p>
      {add.isError && <FactorFailure error={add.error} />}
      <FactorNameForm
        name={deviceName}
        button={t('continue')}
        isSending={add.isPending}
        onName={(name) => add.mutate(name)}
      />
    </>
  );
}
