import { zodResolver } from '@hookform/resolvers/zod';
import { Button, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';

import classes from '@/features/events/ReplayDialog.module.css';
import { fromWallClock, toWallClock } from '@/lib/moments';
import { Form } from '@/ui/Form';

interface Clock {
  zone: string;
  now: number;
}

const A_DAY_MS = 86_400_000;

const sinceEntry = ({ zone, now }: Clock) =>
  z
    .object({
      date: z.string().check(z.minLength(1, 'replay-date-missing')),
      time: z.string().check(z.minLength(1, 'replay-time-missing')),
    })
    .check(
      z.refine(({ date, time }) => Date.parse(fromWallClock(date, time, zone)) <= now, {
        path: ['date'],
        error: 'replay-since-ahead',
      }),
    );

interface SinceFormProps {
  clock: Clock;
  isStarting: boolean;
  onStart: (since: string) => void;
}

export function SinceForm({ clock, isStarting, onStart }: SinceFormProps) {
  const { t } = useTranslation('events');
  const { zone, now } = clock;
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(sinceEntry(clock)),
    defaultValues: toWallClock(now - A_DAY_MS, zone),
  });
  const { date, time } = formState.errors;
  return (
    <Form onSubmit={handleSubmit((entry) => onStart(fromWallClock(entry.date, entry.time, zone)))}>
      <p>{t('replay-since-help')}</p>
      <fieldset className={classes.fields}>
        <legend className={classes.legend}>{t('replay-since')}</legend>
        <TextInput
          {...register('date')}
          type="date"
          label={t('replay-date')}
          error={date?.message && t(date.message)}
        />
        <TextInput
          {...register('time')}
          type="time"
          label={t('replay-time')}
          error={time?.message && t(time.message)}
        />
      </fieldset>
      <Button type="submit" loading={isStarting}>
        {t('replay-start')}
      </Button>
    </Form>
  );
}
