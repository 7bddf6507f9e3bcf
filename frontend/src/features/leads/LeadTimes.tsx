import type { TFunction } from 'i18next';

import type { Lead } from '@/features/leads/leads';
import type { Clock } from '@/features/leads/sentences';
import { Moment } from '@/ui/Moment';

interface LeadTimesProps {
  lead: Lead;
  clock: Clock;
  t: TFunction<'leads'>;
}

export function LeadTimes({ lead, clock, t }: LeadTimesProps) {
  return (
    <>
      {lead.waitingSince && (
        <div>
          {t('waiting-for')} <Moment at={lead.waitingSince} as="lasting" {...clock} />
        </div>
      )}
      <div>
        {lead.lastContactAt ? (
          <>
            {t('last-contact')} <Moment at={lead.lastContactAt} as="relative" {...clock} />
          </>
        ) : (
          t('no-contact-yet')
        )}
      </div>
      {lead.practitioner && <div>{t('with-practitioner', { name: lead.practitioner })}</div>}
    </>
  );
}
