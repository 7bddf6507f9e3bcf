import { Button, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { acts, FIELDS, type Tried } from '@/features/connections/connections';
import { Dialog } from '@/ui/Dialog';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';
import { useCause } from '@/ui/useCause';

interface CredentialsDialogProps {
  source: string;
  name: string;
  onTaken: (tried: Tried) => void;
  onClose: () => void;
}

const INPUTS: Readonly<Record<string, typeof TextInput | typeof PasswordInput | typeof Textarea>> = {
  clientSecret: PasswordInput,
  refreshToken: PasswordInput,
  serviceAccount: Textarea,
};

/** What the provider shows for programs like ours; what it refuses stays in the fields. */
export function CredentialsDialog({ source, name, onTaken, onClose }: CredentialsDialogProps) {
  const { t } = useTranslation('connections');
  const words = useProblemWords();
  const cause = useCause();
  const fields = FIELDS[source] ?? [];
  const { register, handleSubmit, formState } = useForm<Record<string, string>>({
    defaultValues: Object.fromEntries(fields.map((field) => [field, ''])),
  });
  const saving = useMutation({
    mutationFn: (typed: Record<string, string>) => acts.credentials(source, typed),
    onSuccess: (tried) => {
      if (tried.taken) onTaken(tried);
    },
  });
  const refused = saving.data && !saving.data.taken ? saving.data.causeKey : undefined;
  return (
    <Dialog isOpen onClose={onClose} title={t('credentials-which', { name })} returnsFocus>
      <Form onSubmit={handleSubmit((typed) => saving.mutate(typed))}>
        <p>{t('credentials-help', { name })}</p>
        {saving.error && <Failure {...words(saving.error)} />}
        {refused && <Failure text={cause(refused)} />}
        {fields.map((field, index) => {
          const Input = INPUTS[field] ?? TextInput;
          return (
            <Input
              key={field}
              {...register(field, { validate: (typed) => typed.trim() !== '' })}
              label={t(`field.${field}`)}
              autoComplete="off"
              spellCheck={false}
              autoFocus={index === 0}
              error={formState.errors[field] && t('field-missing', { name })}
            />
          );
        })}
        <Button type="submit" loading={saving.isPending}>
          {t('credentials-save')}
        </Button>
      </Form>
    </Dialog>
  );
}
