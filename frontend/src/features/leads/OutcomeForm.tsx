import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { ActProblem } from '@/features/leads/ActProblem';
import { afterOutcome } from '@/features/leads/afterwards';
import { CallBackFields } from '@/features/leads/CallBackFields';
import type { LeadFormProps } from '@/features/leads/useDesk';
import { callBackDefaults, callBackMoment, outcomeEntry } from '@/features/leads/outcomeEntry';
import { NOTE_MOST } from '@/features/leads/NoteForm';
import { ZohoPart } from '@/features/leads/ZohoPart';
import { outcome } from '@/features/leads/personActs';
import { Choices } from '@/ui/Choices';
import { Form } from '@/ui/Form';

const KINDS = [
  'booked',
  'call-back',
  'left-message',
  'spoke-not-now',
  'not-interested',
  'wrong-details',
  'hand-to-practitioner',
] as const;
type OutcomeKind = (typeof KINDS)[number];

interface Entry {
  note: string;
  date: string;
  time: string;
  isCallingBack: boolean;
  toZoho: boolean;
}

/** One key or click logs; only a call back asks for more. What was typed stays through any failure. */
export function OutcomeForm({ lead, clock, desk }: LeadFormProps) {
  const { t } = useTranslation('leads');
  const draft = desk.drafts.of<Entry>('outcome', lead.personId);
  const [isCallingBack, setCallingBack] = useState(draft?.isCallingBack ?? false);
  const [toZoho, setToZoho] = useState(draft?.toZoho ?? false);
  // Chosen and not logged yet: what goes to Zoho is shown first.
  const [chosen, setChosen] = useState<{ kind: OutcomeKind; callBackAt?: string }>();
  const { register, handleSubmit, getValues, formState } = useForm({
    resolver: zodResolver(outcomeEntry(clock)),
    defaultValues: draft ?? { note: '', ...callBackDefaults(clock) },
  });
  const keep = (more: Partial<Entry> = {}) =>
    desk.drafts.keep('outcome', lead.personId, { ...getValues(), isCallingBack, toZoho, ...more });
  const log = (kind: OutcomeKind, callBackAt?: string, zoho: string[] = []) => {
    const note = getValues('note').trim();
    const entry = {
      kind,
      ...(callBackAt && { callBackAt }),
      ...(note && { note }),
      ...(zoho.length > 0 && { zoho }),
    };
    desk.perform({
      from: 'outcome',
      lead,
      words: t(`outcome-${kind}`),
      after: afterOutcome(lead, desk.filter),
      send: outcome(lead, entry),
    });
  };
  const send = (kind: OutcomeKind, callBackAt?: string) =>
    toZoho ? setChosen({ kind, ...(callBackAt && { callBackAt }) }) : log(kind, callBackAt);
  const choose = (kind: OutcomeKind) => {
    if (kind !== 'call-back') return send(kind);
    setCallingBack(true);
    return keep({ isCallingBack: true });
  };
  const choices = KINDS.map((key) => ({
    key,
    words: t(`outcome-${key}`) + (key === 'call-back' ? '…' : ''),
    isPressed: key === 'call-back' ? isCallingBack : toZoho ? chosen?.kind === key : undefined,
  }));
  return (
    <Form
      onSubmit={handleSubmit((entry) => send('call-back', callBackMoment(entry, clock)))}
      onChange={() => keep()}
    >
      <ActProblem refusal={desk.refusalOf('outcome', lead)} clock={clock} />
      <Choices label={t('outcomes')} choices={choices} onChoose={choose}>
        {isCallingBack && <CallBackFields register={register} errors={formState.errors} zone={clock.zone} />}
        <Textarea
          {...register('note')}
          label={t('note')}
          {...(!isCallingBack && !toZoho && { description: t('note-help') })}
          rows={3}
          maxLength={NOTE_MOST}
        />
        <ZohoPart
          personId={lead.personId}
          isOn={toZoho}
          onToggle={(isOn) => {
            setToZoho(isOn);
            setChosen(undefined);
            keep({ toZoho: isOn });
          }}
          kind={chosen?.kind}
          callBackAt={chosen?.callBackAt}
          onLog={(zoho) => chosen && log(chosen.kind, chosen.callBackAt, zoho)}
        />
        {isCallingBack && !chosen && <Button type="submit">{t('log-call-back')}</Button>}
      </Choices>
    </Form>
  );
}
