import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import classes from '@/features/me/Me.module.css';
import { type Permissions, PERMISSIONS_KEY, permissionsQuery, setPermissions } from '@/features/me/own';
import { Failure } from '@/ui/Failure';
import { Note } from '@/ui/Note';

const CHANNELS = ['phone', 'voicemail', 'email'] as const;
const CHOICES = ['allowed', 'refused', 'not-asked'] as const;
const LONGEST_NAME = 80;

/** On which ways, and by what name. What did not arrive is never shown as in force. */
export function ContactPart() {
  const { t } = useTranslation('me');
  const words = useProblemWords();
  const { data, error, refetch } = useQuery(permissionsQuery);
  return (
    <section aria-labelledby="contact" className={classes.part}>
      <h2 id="contact">{t('contact')}</h2>
      <p className={classes.help}>{t('contact-help')}</p>
      {error && <Failure {...words(error)} onRetry={() => void refetch()} />}
      {data && <Fields inForce={data} />}
    </section>
  );
}

function Fields({ inForce }: { inForce: Permissions }) {
  const { t } = useTranslation('me');
  const client = useQueryClient();
  const [wanted, setWanted] = useState(inForce);
  const saving = useMutation({
    mutationFn: setPermissions,
    onSuccess: (saved) => client.setQueryData(PERMISSIONS_KEY, saved),
  });
  const change = (part: Partial<Permissions>) => {
    setWanted({ ...wanted, ...part });
    // What was not saved stays marked, whatever else is chosen: it is still not in force.
    if (saving.isSuccess) saving.reset();
  };
  return (
    <form
      noValidate
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate({ ...wanted, sayAs: wanted.sayAs?.trim() ?? '' });
      }}
    >
      {CHANNELS.map((channel) => (
        <fieldset key={channel} className={classes.choices}>
          <legend>{t(channel)}</legend>
          {CHOICES.map((choice) => (
            <label key={choice} className={classes.choice}>
              <input
                type="radio"
                name={channel}
                checked={wanted[channel] === choice}
                onChange={() => change({ [channel]: choice })}
              />
              {t(choice)}
            </label>
          ))}
        </fieldset>
      ))}
      <TextInput
        label={t('say-as')}
        autoComplete="nickname"
        maxLength={LONGEST_NAME}
        value={wanted.sayAs ?? ''}
        onChange={(event) => change({ sayAs: event.currentTarget.value })}
      />
      {saving.isError && <Failure text={t('not-saved')} />}
      {saving.isSuccess && <Note tone="info">{t('saved')}</Note>}
      <div>
        <Button type="submit" loading={saving.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
