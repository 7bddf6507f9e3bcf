import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { ActProblem } from '@/features/leads/ActProblem';
import type { LeadFormProps } from '@/features/leads/useDesk';
import { Form } from '@/ui/Form';

/** For an act without a form of its own: what went wrong, and the same once more. */
export function AgainForm({ lead, clock, desk }: LeadFormProps) {
  const { t } = useTranslation('leads');
  const refusal = desk.refusalOf('again', lead);
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (refusal) desk.perform(refusal.act);
      }}
    >
      <ActProblem refusal={refusal} clock={clock} />
      <Button type="submit" data-autofocus>
        {t('do-again')}
      </Button>
    </Form>
  );
}
