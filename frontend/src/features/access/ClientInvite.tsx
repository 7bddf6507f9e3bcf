import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { acts, type OnceLink } from '@/features/access/access';
import { FindPerson } from '@/features/access/FindPerson';
import { useAct } from '@/features/access/useAct';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';

/** Invites a client: the account is about one person of the practice, chosen here and fixed for good. */
export function ClientInvite({ onMade }: { onMade: (link: OnceLink) => void }) {
  const { t } = useTranslation('access');
  const [personId, setPerson] = useState('');
  const { register, handleSubmit, formState, setValue } = useForm({
    defaultValues: { displayName: '', email: '' },
  });
  const invite = useAct(
    (entry: { displayName: string; email: string }) => acts.inviteClient(personId, entry),
    onMade,
  );
  const { errors } = formState;
  const choose = (id: string, name: string) => {
    setPerson(id);
    setValue('displayName', name);
  };
  return (
    <>
      <FindPerson chosen={personId} onChoose={choose} />
      {personId && (
        <Form onSubmit={handleSubmit((entry) => invite.run(entry))}>
          {invite.failure && <Failure {...invite.failure} />}
          <TextInput
            {...register('displayName', { validate: (name) => name.trim() !== '' })}
            label={t('invite-name')}
            autoComplete="off"
            error={errors.displayName && t('invite-name-missing')}
          />
          <TextInput
            {...register('email', { validate: (email) => email.includes('@') })}
            label={t('invite-email')}
            type="email"
            autoComplete="off"
            error={errors.email && t('invite-email-missing')}
          />
          <Button type="submit" loading={invite.isRunning}>
            {t('invite-make')}
          </Button>
        </Form>
      )}
    </>
  );
}
