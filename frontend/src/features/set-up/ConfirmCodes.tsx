import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { useProblemWords } from '@/api/errors';
import { hasCode } from '@/api/problem';
import { useSessionRefresh } from '@/api/session';
import { ASKED_NUMBER, RECOVERY_CODES_KEY } from '@/features/set-up/recoveryCodes';
import { SetUpFailure } from '@/features/set-up/SetUpFailure';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';

/** One code typed back shows that the list was kept somewhere. */
export function ConfirmCodes({ onOver }: { onOver: () => void }) {
  const { t } = useTranslation('set-up');
  const words = useProblemWords();
  const client = useQueryClient();
  const refresh = useSessionRefresh();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { code: '' } });
  const confirm = useMutation({
    mutationFn: (code: string) =>
      answered(
        auth.POST('/auth/set-up/recovery-codes/confirm', {
          body: { number: ASKED_NUMBER, code: code.trim() },
        }),
      ),
    onSuccess: async () => {
      await refresh();
      client.removeQueries({ queryKey: RECOVERY_CODES_KEY });
    },
  });
  const failed = confirm.error;
  if (failed && hasCode(failed, 'set-up-expired')) return <SetUpFailure error={failed} onOver={onOver} />;
  return (
    <Form onSubmit={handleSubmit(({ code }) => confirm.mutate(code))}>
      {failed && (
        <Failure
          {...(hasCode(failed, 'wrong-code')
            ? { text: t('wrong-saved-code', { number: ASKED_NUMBER }) }
            : words(failed))}
        />
      )}
      <TextInput
        {...register('code', { required: true })}
        label={t('enter-code', { number: ASKED_NUMBER })}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={formState.errors.code && t('enter-code-missing', { number: ASKED_NUMBER })}
      />
      <Button type="submit" loading={confirm.isPending}>
        {t('finish')}
      </Button>
    </Form>
  );
}
