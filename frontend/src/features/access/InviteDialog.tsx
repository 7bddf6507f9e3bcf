import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { acts, type OnceLink, type Role } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import { isNumbers, numbersIn } from '@/features/access/calendars';
import { ClientInvite } from '@/features/access/ClientInvite';
import type { Clock } from '@/features/access/clock';
import { OnceLinkDialog } from '@/features/access/OnceLinkDialog';
import { useAct } from '@/features/access/useAct';
import { Dialog } from '@/ui/Dialog';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';

const ROLES = ['practitioner', 'admin', 'client'] as const satisfies readonly Role[];

interface Entry {
  displayName: string;
  email: string;
  calendars: string;
}

/** Invites somebody in a role that stays fixed; the link is shown once, to be handed on. */
export function InviteDialog({ clock, onClose }: { clock: Clock; onClose: () => void }) {
  const { t } = useTranslation('access');
  const [made, setMade] = useState<OnceLink | null>(null);
  if (made)
    return (
      <OnceLinkDialog
        title={t('invite-link-title')}
        help={t('invite-link-help')}
        made={made}
        clock={clock}
        onClose={onClose}
      />
    );
  return (
    <Dialog isOpen onClose={onClose} title={t('invite')} returnsFocus>
      <InviteForm onMade={setMade} />
    </Dialog>
  );
}

function InviteForm({ onMade }: { onMade: (link: OnceLink) => void }) {
  const { t } = useTranslation('access');
  const [role, setRole] = useState<Role>('practitioner');
  return (
    <div className={classes.parts}>
      <NativeSelect
        size="md"
        label={t('column-role')}
        description={t('invite-role-help')}
        value={role}
        data={ROLES.map((value) => ({ value, label: t(`role-${value}`) }))}
        onChange={({ currentTarget }) => setRole(ROLES.find((each) => each === currentTarget.value) ?? role)}
      />
      {role === 'client' ? <ClientInvite onMade={onMade} /> : <StaffInvite role={role} onMade={onMade} />}
    </div>
  );
}

interface StaffInviteProps {
  role: Exclude<Role, 'client'>;
  onMade: (link: OnceLink) => void;
}

function StaffInvite({ role, onMade }: StaffInviteProps) {
  const { t } = useTranslation('access');
  const { register, handleSubmit, formState } = useForm<Entry>({
    defaultValues: { displayName: '', email: '', calendars: '' },
  });
  const invite = useAct(acts.invite, onMade);
  const { errors } = formState;
  const send = ({ calendars, ...rest }: Entry) =>
    invite.run({ ...rest, role, acuityCalendars: role === 'practitioner' ? numbersIn(calendars) : [] });
  return (
    <Form onSubmit={handleSubmit(send)}>
      {invite.failure && <Failure {...invite.failure} />}
      <TextInput
        {...register('displayName', { validate: (name) => name.trim() !== '' })}
        label={t('invite-name')}
        autoComplete="off"
        autoFocus
        error={errors.displayName && t('invite-name-missing')}
      />
      <TextInput
        {...register('email', { validate: (email) => email.includes('@') })}
        label={t('invite-email')}
        type="email"
        autoComplete="off"
        error={errors.email && t('invite-email-missing')}
      />
      {role === 'practitioner' && (
        <TextInput
          {...register('calendars', { validate: isNumbers })}
          label={t('invite-calendars')}
          description={t('invite-calendars-help')}
          inputMode="numeric"
          autoComplete="off"
          error={errors.calendars && t('invite-calendars-wrong')}
        />
      )}
      <Button type="submit" loading={invite.isRunning}>
        {t('invite-make')}
      </Button>
    </Form>
  );
}
