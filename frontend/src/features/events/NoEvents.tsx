import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { EventFilters } from '@/features/events/events';
import classes from '@/features/events/NoEvents.module.css';
import { useEventWords } from '@/features/events/useEventWords';
import { CopyButton } from '@/ui/CopyButton';

const HOOK_PATH = '/webhooks/acuity';

interface NoEventsProps {
  filters: EventFilters;
  hasOlder: boolean;
  onClear: () => void;
}

/** First use says what to paste in Acuity; a filter without a match says which, and how to clear it. */
export function NoEvents({ filters, hasOlder, onClear }: NoEventsProps) {
  const { t } = useTranslation('events');
  const words = useEventWords();
  const { state, action, booking } = filters;
  const chosen = [
    state && t(`state-${state}`),
    action && words.action(action),
    booking && t('booking', { id: booking }),
  ].filter(Boolean);
  if (chosen.length === 0) return <FirstUse />;
  return (
    <div className={classes.words}>
      <h2>{t('empty-match-title')}</h2>
      <p>{hasOlder ? t('empty-scanned') : t('empty-match', { filters: chosen.join(', ') })}</p>
      <Button variant="default" onClick={onClear}>
        {t('filter-clear')}
      </Button>
    </div>
  );
}

function FirstUse() {
  const { t } = useTranslation('events');
  const address = window.location.origin + HOOK_PATH;
  return (
    <div className={classes.words}>
      <h2>{t('empty-first-title')}</h2>
      <p>{t('empty-first')}</p>
      <code className={classes.address}>{address}</code>
      <CopyButton text={address} label={t('copy-address')} />
    </div>
  );
}
