import { Button, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Form } from '@/ui/Form';

const LONGEST = 60;

interface FactorNameFormProps {
  name: string;
  button: string;
  isSending: boolean;
  onName: (name: string) => void;
}

export function FactorNameForm({ name, button, isSending, onName }: FactorNameFormProps) {
  const { t } = useTranslation('security');
  const { register, handleSubmit, formState } = useForm({ defaultValues: { name } });
  return (
    <Form onSubmit={handleSubmit((entry) => onName(entry.name.trim()))}>
      <TextInput
        {...register('name', {
          validate: (typed) => typed.trim().length > 0 && typed.trim().length <= LONGEST,
        })}
        label={t('name')}
        description={t('name-help')}
        autoComplete="off"
        data-autofocus
        error={formState.errors.name && t('name-missing')}
      />
      <Button type="submit" loading={isSending}>
        {button}
      </Button>
    </Form>
  );
}
