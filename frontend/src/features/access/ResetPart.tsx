import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { acts, type Person } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import { useAct } from '@/features/access/useAct';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';
import { Note } from '@/ui/Note';

const LONGEST = 500;
const FIELDS = ['reason', 'identityCheck'] as const;
const LABELS = { reason: 'reset-reason', identityCheck: 'reset-identity' } as const;

/** Asks for the reset of a lost second step; another administrator has to approve. */
export function ResetPart({ person }: { person: Person }) {
  const { t } = useTranslation('access');
  const [isAsking, setAsking] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { reason: '', identityCheck: '' } });
  const ask = useAct(
    (body: { reason: string; identityCheck: string }) => acts.askForReset(person.id, body),
    () => setAsked(true),
  );
  if (person.factors.length === 0 && !person.needsLink) return null;
  return (
    <section className={classes.part}>
      <h3>{t('reset-title')}</h3>
      {isAsked && <Note tone="info">{t('reset-asked')}</Note>}
      {!isAsked && !isAsking && (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('reset')}
        </Button>
      )}
      {!isAsked && isAsking && (
        <Form onSubmit={handleSubmit((body) => ask.run(body))}>
          <p>{t('reset-means')}</p>
          {ask.failure && <Failure {...ask.failure} />}
          {FIELDS.map((field, index) => (
            <Textarea
              key={field}
              {...register(field, { validate: (words) => words.trim() !== '' })}
              label={t(LABELS[field])}
              autoFocus={index === 0}
              maxLength={LONGEST}
              rows={2}
              error={formState.errors[field] && t(`${LABELS[field]}-missing`)}
            />
          ))}
          <div className={classes.buttons}>
            <Button type="submit" loading={ask.isRunning}>
              {t('reset-ask')}
            </Button>
            <Button variant="subtle" onClick={() => setAsking(false)}>
              {t('common:cancel')}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
