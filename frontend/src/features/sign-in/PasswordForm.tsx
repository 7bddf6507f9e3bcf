import { zodResolver } from '@hookform/resolvers/zod';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';

import { answered, auth } from '@/api/client';
import { useProblemWords } from '@/api/errors';
import { useSessionRefresh } from '@/api/session';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';

const entry = z.object({
  email: z
    .string()
    .check(z.trim(), z.minLength(1, 'email-missing'), z.includes('@', { error: 'email-shape' })),
  password: z.string().check(z.minLength(1, 'password-missing')),
});

export function PasswordForm() {
  const { t } = useTranslation('sign-in');
  const words = useProblemWords();
  const refresh = useSessionRefresh();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(entry),
    defaultValues: { email: '', password: '' },
  });
  const signIn = useMutation({
    mutationFn: (body: z.infer<typeof entry>) => answered(auth.POST('/auth/sign-in', { body })),
    onSuccess: refresh,
  });
  const { email, password } = formState.errors;
  return (
    <Form onSubmit={handleSubmit((body) => signIn.mutate(body))}>
      {signIn.isError && <Failure {...words(signIn.error)} />}
      <TextInput
        {...register('email')}
        label={t('email')}
        type="email"
        // The last word has the browser offer passkeys here.
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        error={email?.message && t(email.message)}
      />
      <PasswordInput
        {...register('password')}
        label={t('password')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('show-password'), tabIndex: 0 }}
        error={password?.message && t(password.message)}
      />
      <Button type="submit" loading={signIn.isPending}>
        {t('sign-in')}
      </Button>
    </Form>
  );
}
