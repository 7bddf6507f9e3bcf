import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { acknowledge, type Care, CARE_KEY, close, STEPS } from '@/features/today/today';
import classes from '@/features/today/Today.module.css';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';

const LONGEST_NOTE = 2_000;

interface CareActsProps {
  care: Care;
  name: string;
}

/** "I have this", and in the end what was done. */
export function CareActs({ care, name }: CareActsProps) {
  const { t } = useTranslation('today');
  const words = useProblemWords();
  const client = useQueryClient();
  const [isClosing, setClosing] = useState(false);
  const taking = useMutation({
    mutationFn: () => acknowledge(care.id),
    onSettled: () => client.invalidateQueries({ queryKey: CARE_KEY }),
  });
  if (isClosing) return <CloseForm care={care} onDone={() => setClosing(false)} />;
  return (
    <>
      {taking.error && <Failure {...words(taking.error)} />}
      <div className={classes.buttons}>
        {care.state === 'open' && (
          <Button
            onClick={() => taking.mutate()}
            loading={taking.isPending}
            aria-label={`${t('acknowledge')}: ${name}`}
          >
            {t('acknowledge')}
          </Button>
        )}
        <Button variant="default" onClick={() => setClosing(true)} aria-label={`${t('close')}: ${name}`}>
          {t('close')}
        </Button>
      </div>
    </>
  );
}

function CloseForm({ care, onDone }: { care: Care; onDone: () => void }) {
  const { t } = useTranslation('today');
  const words = useProblemWords();
  const client = useQueryClient();
  const [step, setStep] = useState<string>(STEPS[0]);
  const [note, setNote] = useState('');
  const closing = useMutation({
    mutationFn: () => close(care.id, step, note),
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries({ queryKey: CARE_KEY });
    },
  });
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        closing.mutate();
      }}
    >
      {closing.error && <Failure {...words(closing.error)} />}
      <NativeSelect
        size="md"
        label={t('close-title')}
        value={step}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed
        autoFocus
        data={STEPS.map((each) => ({ value: each, label: t(`step-${each}`) }))}
        onChange={(event) => setStep(event.currentTarget.value)}
      />
      <Textarea
        label={t('note')}
        maxLength={LONGEST_NOTE}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={closing.isPending}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}
