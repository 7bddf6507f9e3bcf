import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { acts, type Person } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import { isNumbers, numbersIn } from '@/features/access/calendars';
import { useAct } from '@/features/access/useAct';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';

/** A practitioner as the providers know them: whose clients they see, whose calendar and meetings are theirs. */
export function PracticePart({ person }: { person: Person }) {
  const { t } = useTranslation('access');
  const [isSaved, setSaved] = useState(false);
  const { register, handleSubmit, formState } = useForm({
    defaultValues: {
      calendars: person.acuityCalendars.join(', '),
      googleAddress: person.googleAddress ?? '',
      zoomHost: person.zoomHost ?? '',
    },
  });
  const save = useAct(
    (entry: { calendars: string; googleAddress: string; zoomHost: string }) =>
      acts.changePractice(person.id, {
        acuityCalendars: numbersIn(entry.calendars),
        googleAddress: entry.googleAddress.trim(),
        zoomHost: entry.zoomHost.trim(),
      }),
    () => setSaved(true),
  );
  const { errors } = formState;
  return (
    <section className={classes.part}>
      <h3>{t('practice')}</h3>
      <Form
        onSubmit={handleSubmit((entry) => {
          setSaved(false);
          save.run(entry);
        })}
      >
        {save.failure && <Failure {...save.failure} />}
        <TextInput
          {...register('calendars', { validate: isNumbers })}
          label={t('invite-calendars')}
          description={t('invite-calendars-help')}
          inputMode="numeric"
          autoComplete="off"
          error={errors.calendars && t('invite-calendars-wrong')}
        />
        <TextInput
          {...register('googleAddress', { validate: isAddress })}
          label={t('google-address')}
          description={t('google-address-help')}
          type="email"
          autoComplete="off"
          error={errors.googleAddress && t('address-wrong')}
        />
        <TextInput
          {...register('zoomHost', { validate: isAddress })}
          label={t('zoom-host')}
          description={t('zoom-host-help')}
          type="email"
          autoComplete="off"
          error={errors.zoomHost && t('address-wrong')}
        />
        <div className={classes.buttons}>
          <Button type="submit" variant="default" loading={save.isRunning}>
            {t('practice-save')}
          </Button>
        </div>
        <p role="status" className={classes.quiet}>
          {isSaved && t('practice-saved')}
        </p>
      </Form>
    </section>
  );
}

function isAddress(text: string): boolean {
  return text.trim() === '' || text.includes('@');
}
