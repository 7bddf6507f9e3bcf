import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActProblem } from '@/features/leads/ActProblem';
import { afterSnooze, afterWaking, isSnoozed } from '@/features/leads/afterwards';
import type { LeadFormProps } from '@/features/leads/useDesk';
import { snooze, wake } from '@/features/leads/personActs';
import { snoozeMoments, snoozeUntil } from '@/features/leads/snoozes';
import { useStaff } from '@/features/leads/staff';
import { moment, toWallClock } from '@/lib/moments';
import { Choices } from '@/ui/Choices';
import { Form } from '@/ui/Form';

const KINDS = ['tomorrow', 'next-week', 'date', 'change'] as const;
type SnoozeKind = (typeof KINDS)[number] | 'wake';

/** Off the list until a day, or until something happens that nobody can set a day for. */
export function SnoozeForm({ lead, clock, desk }: LeadFormProps) {
  const { t } = useTranslation('leads');
  const { you } = useStaff();
  const [isDating, setDating] = useState(false);
  const moments = snoozeMoments(clock);
  const [date, setDate] = useState(toWallClock(Date.parse(moments['next-week']), clock.zone).date);
  const [isPassed, setPassed] = useState(false);
  const until = (at: string | undefined) =>
    desk.perform({
      from: 'snooze',
      lead,
      words: at
        ? t('snoozed-until', { moment: moment(at, clock.zone, clock.now) })
        : t('snoozed-until-change'),
      after: afterSnooze(lead, desk.filter, { ...(at && { until: at }), ...(you && { by: you.id }) }),
      send: snooze(lead, at),
    });
  const choose = (kind: SnoozeKind) => {
    if (kind === 'date') setDating(true);
    else if (kind === 'change') until(undefined);
    else if (kind !== 'wake') until(moments[kind]);
    else {
      const after = afterWaking(lead, desk.filter);
      desk.perform({ from: 'snooze', lead, words: t('act-woken'), after, send: wake(lead) });
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const at = date ? snoozeUntil(date, clock.zone) : '';
    const isAhead = Date.parse(at) > clock.now;
    setPassed(!isAhead);
    if (isAhead) until(at);
  };
  const kinds: readonly SnoozeKind[] = isSnoozed(lead) ? [...KINDS, 'wake'] : KINDS;
  const choices = kinds.map((key) => ({
    key,
    words: (
      <>
        {t(`snooze-${key}`)}
        {(key === 'tomorrow' || key === 'next-week') && (
          <small>{moment(moments[key], clock.zone, clock.now)}</small>
        )}
      </>
    ),
    isPressed: key === 'date' ? isDating : undefined,
  }));
  return (
    <Form onSubmit={onSubmit}>
      <ActProblem refusal={desk.refusalOf('snooze', lead)} clock={clock} />
      <Choices label={t('snooze-until')} choices={choices} onChoose={choose}>
        {isDating && (
          <>
            <TextInput
              type="date"
              label={t('date')}
              autoFocus
              value={date}
              error={isPassed && t('date-passed')}
              onChange={(event) => setDate(event.currentTarget.value)}
            />
            <Button type="submit">{t('snooze')}</Button>
          </>
        )}
      </Choices>
    </Form>
  );
}
