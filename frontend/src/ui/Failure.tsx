import { useTranslation } from 'react-i18next';

import { Note } from '@/ui/Note';
import classes from '@/ui/Failure.module.css';

interface FailureProps {
  text: string;
  reference?: string | undefined;
  onRetry?: () => void;
}

/** What failed and what to do, with the number to quote when asking about it. */
export function Failure({ text, reference, onRetry }: FailureProps) {
  const { t } = useTranslation('common');
  return (
    <Note tone="bad">
      {text}
      {onRetry && (
        <button type="button" className={classes.retry} onClick={onRetry}>
          {t('try-again')}
        </button>
      )}
      {reference && (
        <div className={classes.reference}>
          {t('reference')} <code>{reference}</code>
        </div>
      )}
    </Note>
  );
}
