import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActProblem } from '@/features/leads/ActProblem';
import type { LeadFormProps } from '@/features/leads/useDesk';
import { note } from '@/features/leads/personActs';
import { Form } from '@/ui/Form';

/** The server takes no longer one. */
export const NOTE_MOST = 2_000;

export function NoteForm({ lead, clock, desk }: LeadFormProps) {
  const { t } = useTranslation('leads');
  const [text, setText] = useState(desk.drafts.of<{ text: string }>('note', lead.personId)?.text ?? '');
  const [isMissing, setMissing] = useState(false);
  const change = (typed: string) => {
    setText(typed);
    desk.drafts.keep('note', lead.personId, { text: typed });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    setMissing(words === '');
    if (words)
      desk.perform({ from: 'note', lead, words: t('act-noted'), after: lead, send: note(lead, words) });
  };
  return (
    <Form onSubmit={save}>
      <ActProblem refusal={desk.refusalOf('note', lead)} clock={clock} />
      <Textarea
        label={t('note-label')}
        description={t('note-who-reads')}
        data-autofocus
        rows={4}
        maxLength={NOTE_MOST}
        value={text}
        error={isMissing && t('note-missing')}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <Button type="submit">{t('save-note')}</Button>
    </Form>
  );
}
