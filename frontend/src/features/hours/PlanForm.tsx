import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { hoursQuery, type Plan, saveHours, type Typed, typedOf, wrongIn } from '@/features/hours/hours';
import classes from '@/features/hours/HoursPage.module.css';
import { WeekHours } from '@/features/hours/WeekHours';
import { Failure } from '@/ui/Failure';

interface PlanFormProps {
  plan: Plan;
  /** Whether what is shown was saved here just now. */
  isSaved: boolean;
  onSaved: () => void;
}

/** One practitioner's week, saved whole. */
export function PlanForm({ plan, isSaved, onSaved }: PlanFormProps) {
  const { t } = useTranslation('hours');
  const words = useProblemWords();
  const client = useQueryClient();
  const [typed, setTyped] = useState<Typed>(() => typedOf(plan));
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const [isChanged, setChanged] = useState(false);
  const saving = useMutation({
    mutationFn: () => saveHours(plan, typed),
    onSuccess: () => {
      setChanged(false);
      onSaved();
      return client.invalidateQueries({ queryKey: hoursQuery.queryKey });
    },
  });
  const change = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part });
    setChanged(true);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = wrongIn(typed);
    setWrong(found);
    if (found.size === 0) saving.mutate();
  };
  const id = `plan-${plan.calendarId}`;
  return (
    <form noValidate aria-labelledby={id} className={classes.plan} onSubmit={onSubmit}>
      <h2 id={id} className={classes.name}>
        {plan.practitioner}
      </h2>
      {plan.hours.length === 0 && <p className={classes.note}>{t('unknown')}</p>}
      <WeekHours hours={typed.hours} wrong={wrong} onChange={(hours) => change({ hours })} />
      {saving.isError && <Failure {...words(saving.error)} />}
      <div className={classes.act}>
        <Button type="submit" loading={saving.isPending} aria-describedby={`${id}-state`}>
          {t('save', { practitioner: plan.practitioner })}
        </Button>
        <span id={`${id}-state`} role="status" className={classes.note}>
          {wrong.size > 0 ? t('not-saved') : isChanged ? t('changed') : isSaved && t('saved')}
        </span>
      </div>
    </form>
  );
}
