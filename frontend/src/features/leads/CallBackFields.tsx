import { TextInput } from '@mantine/core';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import classes from '@/features/leads/CallBackFields.module.css';

interface Entry {
  note: string;
  date: string;
  time: string;
}

interface CallBackFieldsProps {
  register: UseFormRegister<Entry>;
  errors: FieldErrors<Entry>;
  zone: string;
}

export function CallBackFields({ register, errors, zone }: CallBackFieldsProps) {
  const { t } = useTranslation('leads');
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.legend}>{t('call-back-when', { place })}</legend>
      <TextInput
        {...register('date')}
        type="date"
        label={t('date')}
        autoFocus
        error={errors.date?.message && t(errors.date.message)}
      />
      <TextInput
        {...register('time')}
        type="time"
        label={t('time')}
        error={errors.time?.message && t(errors.time.message)}
      />
    </fieldset>
  );
}
