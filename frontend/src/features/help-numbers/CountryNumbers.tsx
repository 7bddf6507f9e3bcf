import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { HELP_SETTINGS_KEY, isOld } from '@/api/helpSettings';
import { type Entry, saveNumbers } from '@/features/help-numbers/helpSettings';
import classes from '@/features/help-numbers/HelpNumbersPage.module.css';
import { day } from '@/lib/moments';
import { Failure } from '@/ui/Failure';
import { Note } from '@/ui/Note';

const MOST = 10;
const LONGEST = 120;
const COUNTRY_NAMES = new Intl.DisplayNames('en', { type: 'region' });

interface CountryNumbersProps {
  country: string;
  numbers: readonly Entry[];
  checkedOn: string | undefined;
  isOwn: boolean;
  isPractices: boolean;
  today: string;
}

/** Those of one country, in the order in which they are shown: the emergency number first. */
export function CountryNumbers({
  country,
  numbers,
  checkedOn,
  isOwn,
  isPractices,
  today,
}: CountryNumbersProps) {
  const { t } = useTranslation('help-numbers');
  const problem = useProblemWords();
  const client = useQueryClient();
  const title = useId();
  const [rows, setRows] = useState(() => numbers.map((each, id) => ({ ...each, id })));
  const saving = useMutation({
    mutationFn: () =>
      saveNumbers(
        country,
        rows.map(({ words, tel }) => ({ words, tel })),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: HELP_SETTINGS_KEY }),
  });
  const change = (id: number, part: Partial<Entry>) =>
    setRows(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const name = COUNTRY_NAMES.of(country) ?? country;
  const said = (date: string) => day(`${date}T12:00:00Z`, 'UTC', Date.parse(`${today}T12:00:00Z`));
  return (
    <section aria-labelledby={title} className={classes.country}>
      <h2 id={title}>{isPractices ? t('practices', { name }) : name}</h2>
      <p className={classes.since}>
        {checkedOn && t(isOwn ? 'checked-own' : 'checked-default', { when: said(checkedOn) })}
      </p>
      {checkedOn && isOld(checkedOn, today) && <Note tone="warn">{t('old')}</Note>}
      {!checkedOn && <Note tone="warn">{t('none')}</Note>}
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        {rows.map((row, index) => (
          <div
            key={row.id}
            role="group"
            aria-label={t('number', { index: index + 1 })}
            className={classes.row}
          >
            <TextInput
              label={t('words')}
              maxLength={LONGEST}
              value={row.words}
              onChange={(event) => change(row.id, { words: event.currentTarget.value })}
            />
            <TextInput
              label={t('tel')}
              inputMode="tel"
              value={row.tel}
              onChange={(event) => change(row.id, { tel: event.currentTarget.value })}
            />
            <Button
              variant="subtle"
              aria-label={t('remove-of', { words: row.words || t('number', { index: index + 1 }) })}
              onClick={() => setRows(rows.filter(({ id }) => id !== row.id))}
            >
              {t('remove')}
            </Button>
          </div>
        ))}
        {saving.error && <Failure {...problem(saving.error)} />}
        <div className={classes.buttons}>
          <Button
            variant="default"
            disabled={rows.length >= MOST}
            onClick={() =>
              setRows([...rows, { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, words: '', tel: '' }])
            }
          >
            {t('add')}
          </Button>
          <Button type="submit" loading={saving.isPending} aria-label={t('save-of', { name })}>
            {t('save')}
          </Button>
        </div>
      </form>
    </section>
  );
}
