import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { type Lead, leadDetailQuery } from '@/features/leads/leads';

/** Puts the address where this person can book onto the clipboard. It holds practitioner and session type, no person. */
export function useBookingLink(say: (words: string) => void): (lead: Lead) => void {
  const { t } = useTranslation('leads');
  const problem = useProblemWords();
  const client = useQueryClient();
  const copy = async (lead: Lead) => {
    const { bookingLink } = await client.fetchQuery(leadDetailQuery(lead.personId, lead.recordVersion));
    if (!bookingLink) return t('link-none');
    return navigator.clipboard.writeText(bookingLink).then(
      () => t('link-copied'),
      () => t('common:not-copied'),
    );
  };
  return (lead) => {
    copy(lead).then(say, (error: unknown) => say(problem(error).text));
  };
}
