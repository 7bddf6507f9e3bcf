import { zodResolver } from '@hookform/resolvers/zod';
import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';

import { answered, auth } from '@/api/client';
import { useProblemWords } from '@/api/errors';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';

const choice = z
  .object({
    password: z.string().check(z.minLength(1, 'password-missing')),
    again: z.string(),
  })
  .check(
    z.refine(({ password, again }) => password === again, { path: ['again'], error: 'passwords-differ' }),
  );

interface PasswordChoiceProps {
  token: string;
  onAccepted: () => void;
}

export function PasswordChoice({ token, onAccepted }: PasswordChoiceProps) {
  const { t } = useTranslation('invite');
  const words = useProblemWords();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(choice),
    defaultValues: { password: '', again: '' },
  });
  const accept = useMutation({
    mutationFn: (password: string) =>
      answered(auth.POST('/auth/invites/accept', { body: { token, password } })),
    onSuccess: onAccepted,
  });
  const { password, again } = formState.errors;
  const eye = { 'aria-label': t('show-password'), tabIndex: 0 };
  return (
    <Form onSubmit={handleSubmit((entry) => accept.mutate(entry.password))}>
      {accept.isError && <Failure {...words(accept.error)} />}
      <PasswordInput
        {...register('password')}
        label={t('password')}
        description={t('password-help')}
        autoComplete="new-password"
        visibilityToggleButtonProps={eye}
        error={password?.message && t(password.message)}
      />
      <PasswordInput
        {...register('again')}
        label={t('password-again')}
        autoComplete="new-password"
        visibilityToggleButtonProps={eye}
        error={again?.message && t(again.message)}
      />
      <Button type="submit" loading={accept.isPending}>
        {t('accept')}
      </Button>
    </Form>
  );
}
