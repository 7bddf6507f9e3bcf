import { useTranslation } from 'react-i18next';

import { type LeadsFilter, NOBODY } from '@/features/leads/filters';
import type { Summary } from '@/features/leads/leads';
import { useStaff } from '@/features/leads/staff';

/** "Owner: Rob, Band: Hot" */
export function useFilterWords(
  filter: LeadsFilter,
  practitioners: Summary['practitioners'] | undefined,
): string {
  const { t } = useTranslation('leads');
  const { nameOf } = useStaff();
  const { owner, band, reason, calendar } = filter;
  const of = (label: string, value: string) => t('filter-is', { label, value });
  const practitioner = practitioners?.find(({ calendarId }) => calendarId === calendar)?.name;
  return [
    owner && of(t('owner'), owner === NOBODY ? t('owner-nobody') : nameOf(owner)),
    band && of(t('filter-band'), t(`band-${band}`)),
    reason && of(t('filter-reason'), t(`rule-${reason}`, { defaultValue: reason })),
    calendar !== undefined && of(t('filter-calendar'), practitioner ?? String(calendar)),
  ]
    .filter(Boolean)
    .join(', ');
}
