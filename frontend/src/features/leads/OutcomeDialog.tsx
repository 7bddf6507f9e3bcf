import { useTranslation } from 'react-i18next';

import type { Lead } from '@/features/leads/leads';
import { OutcomeForm } from '@/features/leads/OutcomeForm';
import type { Clock } from '@/features/leads/sentences';
import type { Outcomes } from '@/features/leads/useOutcomes';
import { usePersonName } from '@/features/leads/usePersonName';
import { Dialog } from '@/ui/Dialog';

interface OutcomeDialogProps {
  lead: Lead | null;
  outcomes: Outcomes;
  clock: Clock;
  onClose: () => void;
}

export function OutcomeDialog({ lead, outcomes, clock, onClose }: OutcomeDialogProps) {
  const { t } = useTranslation('leads');
  const nameOf = usePersonName();
  return (
    <Dialog
      isOpen={lead !== null}
      onClose={onClose}
      title={lead && t('outcome-title', { name: nameOf(lead) })}
    >
      {lead && <OutcomeForm key={lead.personId} lead={lead} outcomes={outcomes} clock={clock} />}
    </Dialog>
  );
}
