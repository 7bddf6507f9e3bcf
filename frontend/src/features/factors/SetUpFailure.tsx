import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { hasCode } from '@/api/problem';
import { Failure } from '@/ui/Failure';

interface SetUpFailureProps {
  error: Error;
  onOver: () => void;
  onRetry?: () => void;
}

/** An expired set-up says so and starts again; anything else can be tried once more. */
export function SetUpFailure({ error, onOver, onRetry }: SetUpFailureProps) {
  const { t } = useTranslation('set-up');
  const words = useProblemWords();
  if (!hasCode(error, 'set-up-expired')) return <Failure {...words(error)} {...(onRetry && { onRetry })} />;
  return (
    <>
      <Failure {...words(error)} />
      <Button onClick={onOver}>{t('start-again')}</Button>
    </>
  );
}
