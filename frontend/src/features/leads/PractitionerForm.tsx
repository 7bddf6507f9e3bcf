import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { ActProblem } from '@/features/leads/ActProblem';
import { NOBODY } from '@/features/leads/filters';
import { leadDetailQuery } from '@/features/leads/leads';
import classes from '@/features/leads/PractitionerForm.module.css';
import { setPractitioner } from '@/features/leads/personActs';
import { useStaff } from '@/features/leads/staff';
import type { LeadFormProps } from '@/features/leads/useDesk';
import { Choices } from '@/ui/Choices';

/** Whose client a person is by our word; who books in somebody's calendar is theirs anyway. */
export function PractitionerForm({ lead, clock, desk }: LeadFormProps) {
  const { t } = useTranslation('leads');
  const { practitioners, nameOf } = useStaff();
  const detail = useQuery(leadDetailQuery(lead.personId, lead.recordVersion));
  const assigned = detail.data?.assignedTo;
  const choose = (key: string) => {
    const practitioner = key === NOBODY ? undefined : key;
    desk.perform({
      from: 'practitioner',
      lead,
      words: practitioner
        ? t('practitioner-set', { name: nameOf(practitioner) })
        : t('practitioner-none-set'),
      after: lead,
      send: setPractitioner(lead, practitioner),
    });
  };
  const choices = [
    ...practitioners.map(({ id, name }) => ({ key: id, words: name, isPressed: id === assigned })),
    { key: NOBODY, words: t('practitioner-nobody'), isPressed: detail.isSuccess && !assigned },
  ];
  return (
    <div className={classes.form}>
      <ActProblem refusal={desk.refusalOf('practitioner', lead)} clock={clock} />
      <p>{t('practitioner-means')}</p>
      <Choices label={t('assigned-to')} choices={choices} onChoose={choose} />
    </div>
  );
}
