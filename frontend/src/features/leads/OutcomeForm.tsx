import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { hasCode } from '@/api/problem';
import { CallBackFields } from '@/features/leads/CallBackFields';
import { ClashNote } from '@/features/leads/ClashNote';
import type { Lead } from '@/features/leads/leads';
import classes from '@/features/leads/OutcomeForm.module.css';
import { callBackDefaults, callBackMoment, outcomeEntry } from '@/features/leads/outcomeEntry';
import type { Clock } from '@/features/leads/sentences';
import type { Outcomes } from '@/features/leads/useOutcomes';
import { Failure } from '@/ui/Failure';
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

/** The server takes no longer one. */
const NOTE_MOST = 2_000;

interface OutcomeFormProps {
  lead: Lead;
  outcomes: Outcomes;
  clock: Clock;
}

/** One key or click logs; only a call back asks for more. What was typed stays through any failure. */
export function OutcomeForm({ lead, outcomes, clock }: OutcomeFormProps) {
  const { t } = useTranslation('leads');
  const words = useProblemWords();
  const [isCallingBack, setCallingBack] = useState(false);
  const { register, handleSubmit, getValues, formState } = useForm({
    resolver: zodResolver(outcomeEntry(clock)),
    defaultValues: { note: '', ...callBackDefaults(clock) },
  });
  const { log, clash } = outcomes;
  const send = (kind: OutcomeKind, callBackAt?: string) => {
    const note = getValues('note').trim();
    log.mutate({ lead, outcome: { kind, ...(callBackAt && { callBackAt }), ...(note && { note }) } });
  };
  const choose = (kind: OutcomeKind) => {
    if (log.isPending) return;
    if (kind === 'call-back') setCallingBack(true);
    else send(kind);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const kind = KINDS[Number(event.key) - 1];
    if (!kind || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(kind);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- digits are a short cut to the buttons inside
    <div onKeyDown={onKeyDown}>
      <Form onSubmit={handleSubmit((entry) => send('call-back', callBackMoment(entry, clock)))}>
        {clash && <ClashNote clash={clash} clock={clock} />}
        {log.isError && !hasCode(log.error, 'changed-under-you') && <Failure {...words(log.error)} />}
        <div role="group" aria-label={t('outcomes')} className={classes.kinds}>
          {KINDS.map((kind, index) => (
            <button
              key={kind}
              type="button"
              className={classes.kind}
              data-autofocus={index === 0 || undefined}
              aria-pressed={kind === 'call-back' ? isCallingBack : undefined}
              aria-disabled={log.isPending}
              onClick={() => choose(kind)}
            >
              <kbd>{index + 1}</kbd> {t(`outcome-${kind}`)}
              {kind === 'call-back' && '…'}
            </button>
          ))}
        </div>
        {isCallingBack && <CallBackFields register={register} errors={formState.errors} zone={clock.zone} />}
        <Textarea
          {...register('note')}
          label={t('note')}
          {...(!isCallingBack && { description: t('note-help') })}
          rows={3}
          maxLength={NOTE_MOST}
        />
        {isCallingBack && (
          <Button type="submit" loading={log.isPending}>
            {t('log-call-back')}
          </Button>
        )}
      </Form>
    </div>
  );
}
