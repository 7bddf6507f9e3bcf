import { Button, Textarea } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { acts } from '@/features/erasures/erasures';
import classes from '@/features/erasures/Erasures.module.css';
import { useAct } from '@/features/erasures/useAct';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';

const SHORTEST = 3;
const LONGEST = 500;

interface AskFormProps {
  personId: string;
  plan: string;
  /** Whether the person asked for it themselves. */
  wished: boolean;
}

/** Asks that somebody be erased; another administrator has to approve. */
export function AskForm({ personId, plan, wished }: AskFormProps) {
  const { t } = useTranslation('erasures');
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { reason: wished ? t('reason-wished') : '' },
  });
  const ask = useAct(({ reason }: { reason: string }) => acts.ask(personId, { plan, reason }));
  return (
    <section aria-labelledby="ask" className={classes.part}>
      <h2 id="ask">{t('ask-title')}</h2>
      <p>{t('ask-means')}</p>
      <Form onSubmit={handleSubmit((body) => ask.run(body))}>
        {ask.failure && <Failure {...ask.failure} />}
        <Textarea
          {...register('reason', { validate: (words) => words.trim().length >= SHORTEST })}
          label={t('reason')}
          maxLength={LONGEST}
          rows={3}
          error={formState.errors.reason && t('reason-missing')}
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={ask.isRunning}>
            {t('ask')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
