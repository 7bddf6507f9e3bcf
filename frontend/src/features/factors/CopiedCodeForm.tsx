import { Button, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { hasCode } from '@/api/problem';
import { ASKED_NUMBER } from '@/features/factors/recoveryCodes';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';

interface CopiedCodeFormProps {
  error: Error | null;
  isSending: boolean;
  onCode: (code: string) => void;
}

/** One code typed back shows that the list was kept somewhere. */
export function CopiedCodeForm({ error, isSending, onCode }: CopiedCodeFormProps) {
  const { t } = useTranslation('set-up');
  const words = useProblemWords();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { code: '' } });
  return (
    <Form onSubmit={handleSubmit(({ code }) => onCode(code.trim()))}>
      {error && (
        <Failure
          {...(hasCode(error, 'wrong-code')
            ? { text: t('wrong-saved-code', { number: ASKED_NUMBER }) }
            : words(error))}
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
      <Button type="submit" loading={isSending}>
        {t('finish')}
      </Button>
    </Form>
  );
}
