import { useTranslation } from 'react-i18next';

import { ActProblem } from '@/features/leads/ActProblem';
import { afterOwner } from '@/features/leads/afterwards';
import { NOBODY } from '@/features/leads/filters';
import type { LeadFormProps } from '@/features/leads/useDesk';
import { setOwner } from '@/features/leads/personActs';
import { useStaff } from '@/features/leads/staff';
import { Choices } from '@/ui/Choices';

/** Who sees to a person; one digit for each colleague. */
export function OwnerForm({ lead, clock, desk }: LeadFormProps) {
  const { t } = useTranslation('leads');
  const { staff, nameOf } = useStaff();
  const choose = (key: string) => {
    const owner = key === NOBODY ? undefined : key;
    desk.perform({
      from: 'owner',
      lead,
      words: owner ? t('owner-set', { name: nameOf(owner) }) : t('owner-none-set'),
      after: afterOwner(lead, desk.filter, owner),
      send: setOwner(lead, owner),
    });
  };
  const choices = [
    ...staff.map(({ id, name, you }) => ({
      key: id,
      words: you ? t('owner-you', { name }) : name,
      isPressed: id === lead.owner,
    })),
    { key: NOBODY, words: t('owner-nobody'), isPressed: !lead.owner },
  ];
  return (
    <>
      <ActProblem refusal={desk.refusalOf('owner', lead)} clock={clock} />
      <Choices label={t('owner')} choices={choices} onChoose={choose} />
    </>
  );
}
