import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { Failure } from '@/ui/Failure';

interface RefusedProps {
  text: string;
  reference?: string | undefined;
  /** Takes what somebody else decided meanwhile in place of what was typed. */
  onTakeHeld: (() => void) | undefined;
}

/** Why a decision was not saved; what was typed stays until somebody takes what holds instead. */
export function Refused({ text, reference, onTakeHeld }: RefusedProps) {
  const { t } = useTranslation('common');
  return (
    <>
      <Failure text={text} reference={reference} />
      {onTakeHeld && (
        <div>
          <Button variant="default" onClick={onTakeHeld}>
            {t('decision-take-held')}
          </Button>
        </div>
      )}
    </>
  );
}
