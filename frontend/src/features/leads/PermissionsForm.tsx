import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActProblem } from '@/features/leads/ActProblem';
import classes from '@/features/leads/DisputeForm.module.css';
import { type LeadDetail, leadDetailQuery } from '@/features/leads/leads';
import { permissions } from '@/features/leads/personActs';
import type { LeadFormProps } from '@/features/leads/useDesk';
import { Form } from '@/ui/Form';

const CHANNELS = ['phone', 'voicemail', 'email'] as const;
const PERMISSIONS = ['allowed', 'refused', 'not-asked'] as const;
const SAY_AS_MOST = 80;

/** On which ways a person agreed to be reached; it changes the list for everyone, so all of it is sent at once. */
export function PermissionsForm(props: LeadFormProps) {
  const { lead } = props;
  const detail = useQuery(leadDetailQuery(lead.personId, lead.recordVersion));
  return detail.data && <Fields {...props} contact={detail.data.contact} />;
}

function Fields({ lead, clock, desk, contact }: LeadFormProps & { contact: LeadDetail['contact'] }) {
  const { t } = useTranslation('leads');
  const allowed = (kind: string) => contact.channels.find((each) => each.kind === kind)?.permission;
  const [entry, setEntry] = useState(
    desk.drafts.of<Entry>('permissions', lead.personId) ?? {
      doNotContact: contact.doNotContact,
      phone: allowed('phone') ?? 'not-asked',
      voicemail: allowed('voicemail') ?? 'not-asked',
      email: allowed('email') ?? 'not-asked',
      sayAs: contact.sayAs ?? '',
    },
  );
  const change = (part: Partial<Entry>) => {
    setEntry({ ...entry, ...part });
    desk.drafts.keep('permissions', lead.personId, { ...entry, ...part });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const { sayAs, ...rest } = entry;
    const send = permissions(lead, { ...rest, ...(sayAs.trim() && { sayAs: sayAs.trim() }) });
    desk.perform({ from: 'permissions', lead, words: t('act-permissions-set'), after: lead, send });
  };
  return (
    <Form onSubmit={onSubmit}>
      <ActProblem refusal={desk.refusalOf('permissions', lead)} clock={clock} />
      {CHANNELS.map((channel) => (
        <NativeSelect
          key={channel}
          size="md"
          label={t(`channel-${channel}`)}
          value={entry[channel]}
          data={PERMISSIONS.map((value) => ({ value, label: t(`allow-${value}`) }))}
          onChange={(event) => change({ [channel]: event.currentTarget.value })}
        />
      ))}
      <TextInput
        label={t('say-as')}
        description={t('say-as-help')}
        maxLength={SAY_AS_MOST}
        value={entry.sayAs}
        onChange={(event) => change({ sayAs: event.currentTarget.value })}
      />
      <label className={classes.reason}>
        <input
          type="checkbox"
          checked={entry.doNotContact}
          onChange={(event) => change({ doNotContact: event.currentTarget.checked })}
        />
        {t('do-not-contact')}
      </label>
      <Button type="submit">{t('save-permissions')}</Button>
    </Form>
  );
}

interface Entry {
  doNotContact: boolean;
  phone: string;
  voicemail: string;
  email: string;
  sayAs: string;
}
