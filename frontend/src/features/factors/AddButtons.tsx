import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { hasPasskeys } from '@/api/passkeys';
import type { FactorTask } from '@/features/factors/FactorDialog';
import classes from '@/features/factors/OwnFactors.module.css';

interface AddButtonsProps {
  hasApp: boolean;
  onTask: (task: FactorTask) => void;
}

export function AddButtons({ hasApp, onTask }: AddButtonsProps) {
  const { t } = useTranslation('security');
  return (
    <div className={classes.buttons}>
      {hasPasskeys() && <Button onClick={() => onTask({ kind: 'passkey' })}>{t('add-passkey')}</Button>}
      {!hasApp && (
        <Button variant="default" onClick={() => onTask({ kind: 'app' })}>
          {t('add-app')}
        </Button>
      )}
    </div>
  );
}
