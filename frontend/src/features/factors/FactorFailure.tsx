import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { hasCode } from '@/api/problem';
import { endSession, useSessionRefresh } from '@/api/session';
import { Failure } from '@/ui/Failure';

/** Why nothing was changed; a proof that is too old leads to a fresh sign-in. */
export function FactorFailure({ error }: { error: Error }) {
  const { t } = useTranslation('security');
  const words = useProblemWords();
  const refresh = useSessionRefresh();
  const again = useMutation({ mutationFn: endSession, onSettled: refresh });
  return (
    <>
      <Failure {...words(error)} />
      {hasCode(error, 'step-up-required') && (
        <Button loading={again.isPending} onClick={() => again.mutate()}>
          {t('sign-in-again')}
        </Button>
      )}
    </>
  );
}
