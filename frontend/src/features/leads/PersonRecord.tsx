import { useTranslation } from 'react-i18next';

import { BookingList } from '@/features/leads/BookingList';
import { ContactCard } from '@/features/leads/ContactCard';
import type { LeadDetail } from '@/features/leads/leads';
import { OutcomeHistory } from '@/features/leads/OutcomeHistory';
import { type Clock, useSentences } from '@/features/leads/sentences';
import { Note } from '@/ui/Note';

interface PersonRecordProps {
  detail: LeadDetail;
  clock: Clock;
  part: 'contact' | 'history';
}

/** What stands in the person's record beside the reasons: how to reach them, and what has happened. */
export function PersonRecord({ detail, clock, part }: PersonRecordProps) {
  const { t } = useTranslation('leads');
  const { placement } = useSentences(clock);
  if (part === 'history')
    return (
      <>
        <BookingList bookings={detail.bookings} clock={clock} />
        <OutcomeHistory outcomes={detail.outcomes} clock={clock} />
      </>
    );
  return (
    <>
      {detail.placement.state !== 'listed' && (
        <Note tone="info">
          {t(`placement-${detail.placement.state}`)} {detail.placement.causes.map(placement).join(' ')}
        </Note>
      )}
      <ContactCard contact={detail.contact} />
    </>
  );
}
