import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import classes from '@/ui/RowsLoading.module.css';
import { useDelay } from '@/ui/useDelay';

interface RowsLoadingProps {
  isStopped: boolean;
  onCancel: () => void;
  onRetry: () => void;
}

const ROWS = Array.from({ length: 12 }, (_, index) => index);

/** Nothing at first, then rows without words, and a way out when it takes long. */
export function RowsLoading({ isStopped, onCancel, onRetry }: RowsLoadingProps) {
  const { t } = useTranslation('common');
  const isNoticeable = useDelay(150);
  const isLong = useDelay(10_000);
  if (isStopped) return <Button onClick={onRetry}>{t('try-again')}</Button>;
  if (!isNoticeable) return null;
  return (
    <div aria-busy>
      <div role="status" className={classes.words}>
        {isLong ? t('still-loading') : t('loading')}
        {isLong && (
          <Button variant="subtle" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
      {ROWS.map((row) => (
        <div key={row} className={classes.row} data-testid="skeleton">
          <div className={classes.name} />
          <div className={classes.reason} />
        </div>
      ))}
    </div>
  );
}
