import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { checkIn, type Kept, TREND_KEY } from '@/features/check-in/checkIns';
import { HelpLine } from '@/features/check-in/HelpLine';
import { NoteStep } from '@/features/check-in/NoteStep';
import { QuestionStep } from '@/features/check-in/QuestionStep';
import { SavedStep } from '@/features/check-in/SavedStep';
import { portalPaths } from '@/lib/paths';

/** Thirty seconds: how are you, a few words if you like, saved. What was typed lives on this page and nowhere else. */
export function CheckInPage() {
  const { t } = useTranslation('check-in');
  const client = useQueryClient();
  const [id] = useState(() => crypto.randomUUID());
  const [answer, setAnswer] = useState<number | null>(null);
  const [note, setNote] = useState('');
  // Only after somebody has moved does the focus: the first page is read from its beginning.
  const [step, setStep] = useState<'question' | 'question-again' | 'note'>('question');
  const sending = useMutation({
    mutationFn: (entry: { answer: number; note: string }): Promise<Kept> => checkIn(id, entry),
    onSuccess: () => client.invalidateQueries({ queryKey: TREND_KEY }),
  });
  if (sending.data) return <SavedStep isLow={sending.data.low} />;
  return (
    <>
      {step === 'note' && answer !== null ? (
        <NoteStep
          answer={answer}
          note={note}
          onNote={setNote}
          isSending={sending.isPending}
          error={sending.error}
          onBack={() => setStep('question-again')}
          onSave={() => sending.mutate({ answer, note })}
        />
      ) : (
        <QuestionStep
          answer={answer}
          isAgain={step === 'question-again'}
          onAnswer={setAnswer}
          onNext={() => setStep('note')}
        />
      )}
      <HelpLine />
      {step !== 'note' && (
        <p>
          <Link to={portalPaths.trend}>{t('to-trend')}</Link>
        </p>
      )}
    </>
  );
}
