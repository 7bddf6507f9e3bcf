import { useTranslation } from 'react-i18next';

import type { HookEvent } from '@/features/events/events';

/** Action, causes and lags as people read them. */
export function useEventWords() {
  const { t, i18n } = useTranslation('events');
  const action = (word: string) =>
    t(i18n.exists(`events:action-${word}`) ? `action-${word}` : 'action-unknown');
  return {
    action,
    title: ({ state, count, action: word, bookingId }: HookEvent) =>
      state === 'rejected'
        ? t('refused', { count })
        : `${action(word ?? 'unknown')}, ${bookingId && state !== 'kept' ? t('booking', { id: bookingId }) : t('no-booking')}`,
    cause: (code: string) =>
      t([`events:cause-${code}`, `reasons:acuity.${code}`, 'events:cause-other'], { code }),
    rule: (rule: string) =>
      i18n.exists(`events:rule-${rule}`) ? t(`rule-${rule}`) : t('rule-other', { rule }),
  };
}
