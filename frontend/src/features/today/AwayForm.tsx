import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { ABSENCES_KEY, type Away, setAway } from '@/features/today/today';
import classes from '@/features/today/Today.module.css';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';

/** By their account, or by their calendar where they have none. */
export interface Whom {
  key: string;
  name: string;
  by: Pick<Away, 'practitionerId' | 'calendarId'>;
}

interface AwayFormProps {
  today: string;
  /** Of whom it can be said; nobody for a practitioner, who speaks of themselves. */
  whom: readonly Whom[];
  onDone: () => void;
}

/** From which day to which. */
export function AwayForm({ today, whom, onDone }: AwayFormProps) {
  const { t } = useTranslation('today');
  const words = useProblemWords();
  const client = useQueryClient();
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(today);
  const [chosen, setChosen] = useState(whom[0]?.key);
  const saving = useMutation({
    mutationFn: () => setAway({ from, until, ...whom.find(({ key }) => key === chosen)?.by }),
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries({ queryKey: ABSENCES_KEY });
    },
  });
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <p className={classes.more}>{t('away-help')}</p>
      {saving.error && <Failure {...words(saving.error)} />}
      {whom.length > 0 && (
        <NativeSelect
          size="md"
          label={t('away-who')}
          value={chosen}
          data={whom.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <TextInput
        type="date"
        label={t('away-from')}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed
        autoFocus
        required
        withAsterisk={false}
        min={today}
        value={from}
        onChange={(event) => {
          const first = event.currentTarget.value;
          setFrom(first);
          if (until < first) setUntil(first);
        }}
      />
      <TextInput
        type="date"
        label={t('away-until')}
        required
        withAsterisk={false}
        min={from}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={saving.isPending} disabled={!from || !until}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}
