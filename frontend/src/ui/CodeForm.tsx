import { Button, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';

interface CodeFormProps {
  label: string;
  button: string;
  /** Whether this box is what the page is for, and not one thing among others. */
  isMain?: boolean;
  /** Whether it lies over an open sheet, which Escape pressed in here must not close. */
  isOnTop?: boolean;
  isSending: boolean;
  failure: { text: string; reference?: string | undefined } | undefined;
  onCode: (code: string) => void;
}

/** One box for six digits: pasting, password managers and spaces in the middle all work. */
export function CodeForm({
  label,
  button,
  isMain = false,
  isOnTop = false,
  isSending,
  failure,
  onCode,
}: CodeFormProps) {
  const { t } = useTranslation('common');
  const { register, handleSubmit, formState, resetField, setFocus } = useForm({
    defaultValues: { code: '' },
  });
  const send = ({ code }: { code: string }) => {
    onCode(digits(code));
    // A code works once: whatever comes back, the next one has to be typed afresh.
    resetField('code');
    setFocus('code');
  };
  const top = isOnTop ? { 'data-mantine-stop-propagation': 'true' } : {};
  return (
    <Form onSubmit={handleSubmit(send)}>
      {failure && <Failure {...failure} />}
      <TextInput
        {...top}
        {...register('code', { validate: (code) => digits(code).length === 6 })}
        label={label}
        autoComplete="one-time-code"
        inputMode="numeric"
        autoFocus={isMain}
        error={formState.errors.code && t('six-digits')}
      />
      <Button {...top} type="submit" loading={isSending}>
        {button}
      </Button>
    </Form>
  );
}

function digits(code: string): string {
  return code.replaceAll(/\D/g, '');
}
