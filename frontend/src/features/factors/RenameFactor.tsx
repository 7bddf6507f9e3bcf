import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { hasCode } from '@/api/problem';
import { FactorFailure } from '@/features/factors/FactorFailure';
import { FactorNameForm } from '@/features/factors/FactorNameForm';
import { type OwnFactor, useKeepFactors } from '@/features/factors/factors';

export function RenameFactor({ factor, onDone }: { factor: OwnFactor; onDone: () => void }) {
  const { t } = useTranslation('security');
  const keep = useKeepFactors();
  const rename = useMutation({
    mutationFn: (name: string) =>
      answered(auth.POST('/auth/factors/rename', { body: { id: factor.id, name } })),
    onSuccess: async (list) => {
      await keep(list);
      onDone();
    },
  });
  if (rename.error && hasCode(rename.error, 'step-up-required'))
    return <FactorFailure error={rename.error} />;
  return (
    <>
      {rename.isError && <FactorFailure error={rename.error} />}
      <FactorNameForm
        name={factor.name ?? ''}
        button={t('save-name')}
        isSending={rename.isPending}
        onName={(name) => rename.mutate(name)}
      />
    </>
  );
}
