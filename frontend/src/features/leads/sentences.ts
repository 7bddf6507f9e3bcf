import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Reason, Sentence } from '@/features/leads/leads';
import type { Staff } from '@/features/leads/staff';
import { useCause } from '@/ui/useCause';

export interface Clock {
  zone: string;
  now: number;
}

export interface Sentences {
  say: (sentence: Sentence) => string;
  /** What else is known about a reason's edges, for the evidence pane. */
  detail: (reason: Reason) => string | null;
  placement: (cause: Sentence) => string;
  removal: (key: string) => string;
  /** Why a free time suits. */
  slot: (sentence: Sentence) => string;
  /** Why something could not be had, or needs a look first: `acuity.rate-limited`. */
  cause: (key: string) => string;
}

const COUNTED = [
  'noticeHours',
  'noticeHoursAtMost',
  'usualGapDays',
  'tries',
  'moves',
  'sessions',
  'times',
  'tasks',
] as const;

/** The one place where stored sentence keys and values become words. */
export function useSentences({ zone, now }: Clock, staff?: Pick<Staff, 'whoIs'>): Sentences {
  const { t, i18n } = useTranslation('reasons');
  const cause = useCause();
  // The same from one drawing to the next, for the rows that are given them.
  return useMemo(() => {
    const speak = (group: string, { key, values }: Sentence) => {
      const known = i18n.exists(`reasons:${group}.${key}`, { count: 2 });
      if (!known) return t(`${group}.unknown`, { key });
      const counted = COUNTED.map((name) => values[name]).find((value) => typeof value === 'number');
      const context = contextOf(key, values);
      return t(`${group}.${key}`, {
        ...values,
        ...(typeof counted === 'number' && { count: Math.floor(counted) }),
        ...(context && { context }),
        outcome:
          typeof values['kind'] === 'string' ? t(`contact.${values['kind']}`, { defaultValue: '' }) : '',
        ...(typeof values['by'] === 'string' && {
          who: staff?.whoIs(values['by']) ?? t('leads:a-colleague'),
        }),
        zone,
        now,
      });
    };
    return {
      say: (sentence) => speak('sentence', sentence),
      detail: ({ sentence }) =>
        i18n.exists(`reasons:detail.${sentence.key}`) ? speak('detail', sentence) : null,
      placement: (why) => speak('placement', why),
      removal: (key) =>
        t(i18n.exists(`reasons:removal.${key}`) ? `removal.${key}` : 'removal.unknown', { key }),
      slot: ({ key, values }) => speak('slot', { key: key.replace(/^slot\./, ''), values }),
      cause,
    };
  }, [t, i18n, cause, zone, now, staff]);
}

// What is known of a cancellation's time decides how much may be claimed; a hold may or may not have an end.
function contextOf(key: string, values: Sentence['values']): string | undefined {
  if (key === 'B1' && typeof values['noticeHours'] === 'number') return 'exact';
  if (key === 'B1' && values['cancelledFrom']) return 'between';
  if (key === 'B3')
    return { acuity: 'confirmed', person: 'said', 'two-facts': 'two-facts' }[String(values['confirmedBy'])];
  if (key === 'snoozed' && !values['by']) return values['until'] ? 'until-nobody' : 'nobody';
  return values['until'] ? 'until' : undefined;
}
