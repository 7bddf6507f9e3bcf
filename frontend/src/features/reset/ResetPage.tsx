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
import { Letterhead } from '@/ui/Letterhead';
import { Note } from '@/ui/Note';

interface ResetPageProps {
  token: string | null;
  onAccepted: () => void;
}

/** Opens the link that was made when somebody's second step was reset; it leads nowhere without their password. */
export function ResetPage({ token, onAccepted }: ResetPageProps) {
  const { t } = useTranslation('reset');
  return (
    <Letterhead brand={t('brand')} title={t('title')}>
      {token ? <Password token={token} onAccepted={onAccepted} /> : <Note tone="info">{t('no-token')}</Note>}
    </Letterhead>
  );
}

const entry = z.object({ password: z.string().check(z.minLength(1, 'password-missing')) });

function Password({ token, onAccepted }: { token: string; onAccepted: () => void }) {
  const { t } = useTranslation('reset');
  const words = useProblemWords();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(entry),
    defaultValues: { password: '' },
  });
  const accept = useMutation({
    mutationFn: (password: string) =>
      answered(auth.POST('/auth/resets/accept', { body: { token, password } })),
    onSuccess: onAccepted,
  });
  const { password } = formState.errors;
  return (
    <Form onSubmit={handleSubmit((given) => accept.mutate(given.password))}>
      <p>{t('help')}</p>
      {accept.isError && <Failure {...words(accept.error)} />}
      <PasswordInput
        {...register('password')}
        label={t('password')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('show-password'), tabIndex: 0 }}
        error={password?.message && t(password.message)}
      />
      <Button type="submit" loading={accept.isPending}>
        {t('go-on')}
      </Button>
    </Form>
  );
}
