import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { hasCode } from '@/api/problem';
import { FactorFailure } from '@/features/factors/FactorFailure';
import { type OwnFactor, useKeepFactors } from '@/features/factors/factors';
import { useFactorName } from '@/features/factors/useFactorName';

interface RemoveFactorProps {
  factor: OwnFactor;
  onDone: (said: string) => void;
}

export function RemoveFactor({ factor, onDone }: RemoveFactorProps) {
  const { t } = useTranslation('security');
  const keep = useKeepFactors();
  const name = useFactorName()(factor);
  const remove = useMutation({
    mutationFn: () => answered(auth.POST('/auth/factors/remove', { body: { id: factor.id } })),
    onSuccess: async (list) => {
      await keep(list);
      onDone(t('factor-removed', { name }));
    },
  });
  if (remove.error && hasCode(remove.error, 'step-up-required'))
    return <FactorFailure error={remove.error} />;
  return (
    <>
      <p>{t('remove-help')}</p>
      {remove.isError && <FactorFailure error={remove.error} />}
      <Button loading={remove.isPending} onClick={() => remove.mutate()}>
        {t('remove')}
      </Button>
    </>
  );
}
