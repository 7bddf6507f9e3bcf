import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { ANSWERS, change, type CheckIn, LONGEST_NOTE, remove, TREND_KEY } from '@/features/check-in/checkIns';
import classes from '@/features/check-in/CheckIn.module.css';
import { moment } from '@/lib/moments';
import { Failure } from '@/ui/Failure';

interface EntryActsProps {
  item: CheckIn;
  zone: string;
  now: number;
}

/** For a day, what one said can be said otherwise, or taken back. */
export function EntryActs({ item, zone, now }: EntryActsProps) {
  const { t } = useTranslation('check-in');
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const when = moment(item.at, zone, now);
  if (open === 'change') return <ChangeForm item={item} onDone={() => setOpen(null)} />;
  if (open === 'remove') return <RemoveForm item={item} onDone={() => setOpen(null)} />;
  return (
    <div className={classes.buttons}>
      <Button variant="default" aria-label={t('change-of', { when })} onClick={() => setOpen('change')}>
        {t('change')}
      </Button>
      <Button variant="default" aria-label={t('remove-of', { when })} onClick={() => setOpen('remove')}>
        {t('remove')}
      </Button>
    </div>
  );
}

function useDone(onDone: () => void) {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: TREND_KEY });
    onDone();
  };
}

function ChangeForm({ item, onDone }: { item: CheckIn; onDone: () => void }) {
  const { t } = useTranslation('check-in');
  const words = useProblemWords();
  const [answer, setAnswer] = useState(item.answer);
  const [note, setNote] = useState(item.note ?? '');
  const saving = useMutation({
    mutationFn: () => change(item.id, { answer, note }),
    onSuccess: useDone(onDone),
  });
  return (
    <form
      noValidate
      className={classes.step}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      {saving.error && <Failure {...words(saving.error)} />}
      <div className={classes.field}>
        <label htmlFor={`answer-${item.id}`}>{t('answer-label')}</label>
        <select
          id={`answer-${item.id}`}
          value={answer}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed
          autoFocus
          onChange={(event) => setAnswer(Number(event.currentTarget.value))}
        >
          {ANSWERS.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </div>
      <div className={classes.field}>
        <label htmlFor={`note-${item.id}`}>{t('note')}</label>
        <textarea
          id={`note-${item.id}`}
          rows={4}
          maxLength={LONGEST_NOTE}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={saving.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

function RemoveForm({ item, onDone }: { item: CheckIn; onDone: () => void }) {
  const { t } = useTranslation('check-in');
  const words = useProblemWords();
  const removing = useMutation({ mutationFn: () => remove(item.id), onSuccess: useDone(onDone) });
  return (
    <div className={classes.step} role="group" aria-label={t('remove-really')}>
      <p>{t('remove-really')}</p>
      {removing.error && <Failure {...words(removing.error)} />}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onDone} autoFocus>
          {t('keep')}
        </Button>
        <Button onClick={() => removing.mutate()} loading={removing.isPending}>
          {t('remove')}
        </Button>
      </div>
    </div>
  );
}
