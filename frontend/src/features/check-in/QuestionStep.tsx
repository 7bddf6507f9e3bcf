import { Button } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ANSWERS } from '@/features/check-in/checkIns';
import classes from '@/features/check-in/CheckIn.module.css';
import { Note } from '@/ui/Note';
import { PageTitle } from '@/ui/PageTitle';

interface QuestionStepProps {
  answer: number | null;
  isAgain: boolean;
  onAnswer: (answer: number) => void;
  onNext: () => void;
}

/** Ten answers and no default: what nobody chose, nobody said. */
export function QuestionStep({ answer, isAgain, onAnswer, onNext }: QuestionStepProps) {
  const { t } = useTranslation('check-in');
  const [isMissing, setMissing] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (answer !== null) return onNext();
    setMissing(true);
    return first.current?.focus();
  };
  return (
    <form noValidate onSubmit={onSubmit} className={classes.step}>
      <PageTitle words={t('title')} isStep={isAgain} />
      <fieldset className={classes.answers} aria-describedby={isMissing ? 'answer-missing' : undefined}>
        <legend className={classes.question}>{t('question')}</legend>
        {isMissing && answer === null && (
          <Note tone="bad">
            <a href="#answer-1" id="answer-missing" className={classes.missing}>
              {t('choose')}
            </a>
          </Note>
        )}
        {ANSWERS.map((each) => (
          <label key={each} className={classes.answer}>
            <input
              ref={each === 1 ? first : undefined}
              id={`answer-${each}`}
              type="radio"
              name="answer"
              value={each}
              checked={answer === each}
              onChange={() => onAnswer(each)}
            />
            <span className={classes.number}>{each}</span> {each === 1 && t('lowest')}
            {each === 10 && t('highest')}
          </label>
        ))}
      </fieldset>
      <Button type="submit">{t('next')}</Button>
    </form>
  );
}
