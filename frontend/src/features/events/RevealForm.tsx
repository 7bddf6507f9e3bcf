import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { type EventDetail, reveal } from '@/features/events/events';
import classes from '@/features/events/Facts.module.css';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';
import { usePrivacy } from '@/ui/Privacy';

const SHORTEST = 3;
const LONGEST = 500;

interface RevealFormProps {
  eventId: string;
  isRevealed: boolean;
  onRevealed: (detail: EventDetail) => void;
}

/** Asks why before it shows what tells of a person; the answer is sealed into the audit trail. */
export function RevealForm({ eventId, isRevealed, onRevealed }: RevealFormProps) {
  const { t } = useTranslation('events');
  const words = useProblemWords();
  const { mode } = usePrivacy();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const revealing = useMutation({ mutationFn: reveal, gcTime: 0, onSuccess: onRevealed });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const why = reason.trim();
    setMissing(why.length < SHORTEST);
    if (why.length >= SHORTEST) revealing.mutate({ eventId, reason: why });
  };
  if (mode !== 'names') return <p className={classes.reveal}>{t('privacy-on')}</p>;
  if (isRevealed)
    return (
      <p className={classes.reveal} role="status">
        {t('revealed')}
      </p>
    );
  return (
    <div className={classes.reveal}>
      {!isAsking && (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('reveal')}
        </Button>
      )}
      {isAsking && (
        <Form onSubmit={submit}>
          {revealing.isError && <Failure {...words(revealing.error)} />}
          <TextInput
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for this field
            autoFocus
            label={t('reveal-why')}
            description={t('reveal-help')}
            value={reason}
            maxLength={LONGEST}
            error={isMissing && t('reveal-why-missing')}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Button type="submit" loading={revealing.isPending}>
            {t('reveal-now')}
          </Button>
        </Form>
      )}
    </div>
  );
}
