import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { hasCode } from '@/api/problem';
import { CLIENTS_KEY } from '@/features/clients/clients';
import classes from '@/features/clients/Clients.module.css';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';

const LONGEST_NOTE = 2_000;

interface ActFormProps {
  help: string;
  button: string;
  onSend: (text: string) => Promise<unknown>;
  onDone: () => void;
  onCancel: () => void;
}

/** An act about one client, with a few words if there are some. Whatever came between is loaded, and said. */
export function ActForm({ help, button, onSend, onDone, onCancel }: ActFormProps) {
  const { t } = useTranslation('clients');
  const words = useProblemWords();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const sending = useMutation({
    mutationFn: () => onSend(text),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: CLIENTS_KEY }),
  });
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate();
      }}
    >
      <p>{help}</p>
      {sending.error &&
        (hasCode(sending.error, 'changed-under-you') ? (
          <Failure text={t('changed')} />
        ) : (
          <Failure {...words(sending.error)} />
        ))}
      <Textarea
        label={t('note')}
        maxLength={LONGEST_NOTE}
        value={text}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={sending.isPending}>
          {button}
        </Button>
      </div>
    </Form>
  );
}
