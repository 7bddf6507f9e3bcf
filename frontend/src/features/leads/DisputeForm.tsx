import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActProblem } from '@/features/leads/ActProblem';
import classes from '@/features/leads/DisputeForm.module.css';
import type { LeadFormProps } from '@/features/leads/useDesk';
import { NOTE_MOST } from '@/features/leads/NoteForm';
import { dispute } from '@/features/leads/personActs';
import { useSentences } from '@/features/leads/sentences';
import { Choices } from '@/ui/Choices';
import { Form } from '@/ui/Form';

const WHYS = ['booked-elsewhere', 'wrong-person', 'attended', 'other'] as const;

/** "This reason is wrong": which one, and why. Adjustments follow from the others and cannot be wrong by themselves. */
export function DisputeForm({ lead, clock, desk, reasonKey }: LeadFormProps) {
  const { t } = useTranslation('leads');
  const { say } = useSentences(clock);
  const draft = desk.drafts.of<{ text: string; reasonKey: string }>('dispute', lead.personId);
  const disputable = lead.reasons.filter(({ key }) => key);
  const [chosen, setChosen] = useState(reasonKey ?? draft?.reasonKey ?? disputable[0]?.key);
  const [text, setText] = useState(draft?.text ?? '');
  const keep = (entry: { text: string; reasonKey: string | undefined }) =>
    desk.drafts.keep('dispute', lead.personId, entry);
  if (!chosen) return <p>{t('dispute-none')}</p>;
  const choose = (why: (typeof WHYS)[number]) =>
    desk.perform({
      from: 'dispute',
      lead,
      words: t('act-reason-disputed'),
      after: lead,
      send: dispute(lead, { reasonKey: chosen, why, ...(text.trim() && { text: text.trim() }) }),
    });
  return (
    <Form onSubmit={(event) => event.preventDefault()}>
      <ActProblem refusal={desk.refusalOf('dispute', lead)} clock={clock} />
      <fieldset className={classes.reasons}>
        <legend>{t('dispute-which')}</legend>
        {disputable.map((reason) => (
          <label key={reason.key} className={classes.reason}>
            <input
              type="radio"
              name="reason"
              checked={reason.key === chosen}
              onChange={() => {
                setChosen(reason.key);
                keep({ text, reasonKey: reason.key });
              }}
            />
            {say(reason.sentence)}
          </label>
        ))}
      </fieldset>
      <Choices
        label={t('dispute-why')}
        choices={WHYS.map((key) => ({ key, words: t(`why-${key}`) }))}
        onChoose={choose}
      >
        <Textarea
          label={t('note')}
          description={t('dispute-help')}
          rows={2}
          maxLength={NOTE_MOST}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            keep({ text: event.currentTarget.value, reasonKey: chosen });
          }}
        />
      </Choices>
    </Form>
  );
}
