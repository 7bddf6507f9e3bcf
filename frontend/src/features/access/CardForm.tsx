import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { acts } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import { useAct } from '@/features/access/useAct';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';

/** The printed card in the second administrator's place, when there is none. */
export function CardForm({ resetId }: { resetId: string }) {
  const { t } = useTranslation('access');
  const [isOpen, setOpen] = useState(false);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { card: '' } });
  const use = useAct((card: string) => acts.readCard(resetId, card));
  if (!isOpen) {
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('card-use')}
      </Button>
    );
  }
  return (
    <Form onSubmit={handleSubmit(({ card }) => use.run(card))}>
      <p>{t('card-use-means')}</p>
      {use.failure && <Failure {...use.failure} />}
      <TextInput
        {...register('card', { validate: (card) => card.trim() !== '' })}
        label={t('card-code')}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        error={formState.errors.card && t('card-code-missing')}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={use.isRunning}>
          {t('card-use')}
        </Button>
        <Button variant="subtle" onClick={() => setOpen(false)}>
          {t('common:cancel')}
        </Button>
      </div>
    </Form>
  );
}
