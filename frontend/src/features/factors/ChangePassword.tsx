import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { hasCode } from '@/api/problem';
import { useSessionRefresh } from '@/api/session';
import { FactorFailure } from '@/features/factors/FactorFailure';
import { ownSessionsQuery } from '@/features/factors/ownSessions';
import { Form } from '@/ui/Form';

interface Entry {
  present: string;
  next: string;
  again: string;
}

/** Another password in the place of the present one, which has to be known: an open screen is not enough. */
export function ChangePassword({ onDone }: { onDone: (said: string) => void }) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const refresh = useSessionRefresh();
  const { register, handleSubmit, formState, getValues } = useForm<Entry>({
    defaultValues: { present: '', next: '', again: '' },
  });
  const change = useMutation({
    mutationFn: ({ present, next }: Entry) =>
      answered(auth.POST('/auth/password', { body: { present, next } })),
    gcTime: 0,
    onSuccess: async () => {
      await Promise.all([refresh(), client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey })]);
      onDone(t('password-changed'));
    },
  });
  const { present, next, again } = formState.errors;
  const eye = { 'aria-label': t('show-password'), tabIndex: 0 };
  if (change.error && hasCode(change.error, 'step-up-required'))
    return <FactorFailure error={change.error} />;
  return (
    <Form onSubmit={handleSubmit((entry) => change.mutate(entry))}>
      <p>{t('password-means')}</p>
      {change.isError && <FactorFailure error={change.error} />}
      <PasswordInput
        {...register('present', { required: true })}
        label={t('password-present')}
        autoComplete="current-password"
        autoFocus
        visibilityToggleButtonProps={eye}
        error={present && t('password-present-missing')}
      />
      <PasswordInput
        {...register('next', { required: true })}
        label={t('password-next')}
        description={t('password-help')}
        autoComplete="new-password"
        visibilityToggleButtonProps={eye}
        error={next && t('password-next-missing')}
      />
      <PasswordInput
        {...register('again', { validate: (text) => text === getValues('next') })}
        label={t('password-again')}
        autoComplete="new-password"
        visibilityToggleButtonProps={eye}
        error={again && t('passwords-differ')}
      />
      <Button type="submit" loading={change.isPending}>
        {t('password-save')}
      </Button>
    </Form>
  );
}
