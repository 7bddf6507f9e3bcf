import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { useProblemWords } from '@/api/errors';
import { useSessionRefresh } from '@/api/session';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';
import { FLUSH } from '@/ui/theme';

export function RecoveryCodeForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('sign-in');
  const words = useProblemWords();
  const refresh = useSessionRefresh();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { code: '' } });
  const recover = useMutation({
    mutationFn: (code: string) => answered(auth.POST('/auth/recovery', { body: { code } })),
    onSuccess: refresh,
  });
  return (
    <>
      <p>{t('recovery-help')}</p>
      <Form onSubmit={handleSubmit(({ code }) => recover.mutate(code.trim()))}>
        {recover.isError && <Failure {...words(recover.error)} />}
        <TextInput
          {...register('code', { required: true })}
          label={t('recovery-code')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
          error={formState.errors.code && t('recovery-code-missing')}
        />
        <Button type="submit" loading={recover.isPending}>
          {t('recover')}
        </Button>
      </Form>
      <p>{t('no-codes')}</p>
      <div>
        <Button variant="subtle" ms={FLUSH} onClick={onBack}>
          {t('back-to-code')}
        </Button>
      </div>
    </>
  );
}
