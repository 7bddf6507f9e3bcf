import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { publish, type RuleWeight, scoringQuery } from '@/features/settings/scoring';
import classes from '@/features/settings/Settings.module.css';
import type { LookbackNow } from '@/features/settings/useLookback';
import { Failure } from '@/ui/Failure';

const LONGEST = 500;

interface PublishFormProps {
  version: number;
  rules: readonly RuleWeight[];
  isSound: boolean;
  lookback: LookbackNow;
  /** The earlier version that these rules were, which is known and need not be looked at first. */
  heldOnce: number | undefined;
  onDrop: () => void;
}

/** The draft becomes what holds, with a word on why. */
export function PublishForm({ version, rules, isSound, lookback, heldOnce, onDrop }: PublishFormProps) {
  const { t } = useTranslation('settings');
  const problem = useProblemWords();
  const client = useQueryClient();
  const [note, setNote] = useState(heldOnce ? t('back-to', { version: heldOnce }) : '');
  const publishing = useMutation({
    mutationFn: () => publish(version, rules, note, lookback.id),
    onSuccess: () => client.invalidateQueries({ queryKey: scoringQuery.queryKey }),
  });
  const wait =
    (!isSound && 'wait-wrong') ||
    (!lookback.id && !heldOnce && 'wait-lookback') ||
    (!note.trim() && 'wait-note');
  return (
    <form
      noValidate
      aria-label={t('publish')}
      className={classes.section}
      onSubmit={(event) => {
        event.preventDefault();
        publishing.mutate();
      }}
    >
      <Textarea
        label={t('note')}
        description={t('note-help')}
        maxLength={LONGEST}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {publishing.error && <Failure {...problem(publishing.error)} />}
      <div className={classes.buttons}>
        <Button
          type="submit"
          disabled={Boolean(wait)}
          loading={publishing.isPending}
          aria-describedby={wait ? 'publish-wait' : undefined}
        >
          {t('publish-as', { version: version + 1 })}
        </Button>
        <Button variant="default" onClick={onDrop}>
          {t('drop')}
        </Button>
        {wait && (
          <span id="publish-wait" className={classes.quiet}>
            {t(wait)}
          </span>
        )}
      </div>
    </form>
  );
}
