import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { hasCode } from '@/api/problem';
import { LONGEST_NOTE } from '@/features/check-in/checkIns';
import classes from '@/features/check-in/CheckIn.module.css';
import { Failure } from '@/ui/Failure';
import { PageTitle } from '@/ui/PageTitle';

interface NoteStepProps {
  answer: number;
  note: string;
  onNote: (note: string) => void;
  isSending: boolean;
  error: Error | null;
  onBack: () => void;
  onSave: () => void;
}

/** A few words, for whoever has some; and the last look before it is sent. */
export function NoteStep({ answer, note, onNote, isSending, error, onBack, onSave }: NoteStepProps) {
  const { t } = useTranslation('check-in');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form noValidate onSubmit={onSubmit} className={classes.step}>
      <PageTitle words={t('note-title')} isStep />
      <p>{t('your-answer', { answer })}</p>
      {error && <NotSent error={error} />}
      <div className={classes.field}>
        <label htmlFor="check-in-note">{t('note')}</label>
        <textarea
          id="check-in-note"
          rows={5}
          maxLength={LONGEST_NOTE}
          value={note}
          aria-describedby="check-in-note-help"
          onChange={(event) => onNote(event.currentTarget.value)}
        />
        <p id="check-in-note-help" className={classes.help}>
          {t('who-reads')} {t('note-count', { count: note.length })}
        </p>
      </div>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onBack} disabled={isSending}>
          {t('back')}
        </Button>
        <Button type="submit" loading={isSending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

/** Whatever kept it from arriving, the page still has it, and nothing else does. */
function NotSent({ error }: { error: Error }) {
  const { t } = useTranslation('check-in');
  const words = useProblemWords();
  if (hasCode(error, 'check-ins-enough')) return <Failure {...words(error)} />;
  return <Failure text={t('not-sent')} reference={words(error).reference} />;
}
