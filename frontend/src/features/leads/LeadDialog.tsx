import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';

import { AgainForm } from '@/features/leads/AgainForm';
import { DisputeForm } from '@/features/leads/DisputeForm';
import { NoteForm } from '@/features/leads/NoteForm';
import { OutcomeForm } from '@/features/leads/OutcomeForm';
import { OwnerForm } from '@/features/leads/OwnerForm';
import { PermissionsForm } from '@/features/leads/PermissionsForm';
import { PractitionerForm } from '@/features/leads/PractitionerForm';
import type { Clock } from '@/features/leads/sentences';
import { SnoozeForm } from '@/features/leads/SnoozeForm';
import type { DialogKind } from '@/features/leads/useActs';
import type { Desk, LeadFormProps } from '@/features/leads/useDesk';
import { usePersonName } from '@/features/leads/usePersonName';
import { Dialog } from '@/ui/Dialog';

const FORMS: Record<DialogKind, ComponentType<LeadFormProps>> = {
  outcome: OutcomeForm,
  snooze: SnoozeForm,
  owner: OwnerForm,
  practitioner: PractitionerForm,
  note: NoteForm,
  dispute: DisputeForm,
  permissions: PermissionsForm,
  again: AgainForm,
};

/** What is being done to a person, one thing at a time. */
export function LeadDialog({ desk, clock }: { desk: Desk; clock: Clock }) {
  const { t } = useTranslation('leads');
  const nameOf = usePersonName();
  const { dialog } = desk;
  const Shown = dialog && FORMS[dialog.kind];
  return (
    <Dialog
      isOpen={dialog !== null}
      onClose={desk.closeDialog}
      title={dialog && t(`${dialog.kind}-title`, { name: nameOf(dialog.lead) })}
    >
      {dialog && Shown && <Shown key={dialog.lead.personId} {...dialog} desk={desk} clock={clock} />}
    </Dialog>
  );
}
