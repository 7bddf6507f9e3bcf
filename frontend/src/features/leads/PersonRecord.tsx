import { useTranslation } from 'react-i18next';

import { BookingList } from '@/features/leads/BookingList';
import { ContactCard, ContactLoading } from '@/features/leads/ContactCard';
import { CrmList } from '@/features/leads/CrmList';
import type { LeadDetail } from '@/features/leads/leads';
import { History } from '@/features/leads/History';
import { cancelledByUs } from '@/features/leads/personActs';
import { type Clock, useSentences } from '@/features/leads/sentences';
import { useStaff } from '@/features/leads/staff';
import type { PersonDesk } from '@/features/leads/useDesk';
import { Note } from '@/ui/Note';

interface PersonRecordProps {
  detail: LeadDetail | undefined;
  clock: Clock;
  desk: PersonDesk;
  part: 'contact' | 'history';
}

/** What stands in the person's record beside the reasons: how to reach them, and what has happened. */
export function PersonRecord({ detail, clock, desk, part }: PersonRecordProps) {
  const { t } = useTranslation('leads');
  const { placement } = useSentences(clock, useStaff());
  if (!detail) return part === 'contact' ? <ContactLoading /> : null;
  const { lead } = detail;
  if (part === 'history')
    return (
      <>
        <BookingList
          bookings={detail.bookings}
          clock={clock}
          onCancelledByUs={(bookingId) =>
            desk.perform({
              from: 'again',
              lead,
              words: t('act-cancelled-by-us'),
              after: lead,
              send: cancelledByUs(lead, bookingId),
            })
          }
        />
        <CrmList records={detail.crm} clock={clock} />
        <History detail={detail} clock={clock} />
      </>
    );
  return (
    <>
      {detail.placement.state !== 'listed' && (
        <Note tone="info">
          {t(`placement-${detail.placement.state}`)} {detail.placement.causes.map(placement).join(' ')}
        </Note>
      )}
      <ContactCard detail={detail} clock={clock} onChange={() => desk.openDialog('permissions', lead)} />
    </>
  );
}
