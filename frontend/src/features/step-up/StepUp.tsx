import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { askWith } from '@/api/stepUp';
import { ProveAgain } from '@/features/step-up/proveAgainLater';
import classes from '@/features/step-up/StepUp.module.css';
import { whenIdle } from '@/lib/whenIdle';

type Answer = (proved: boolean) => void;

/**
 * The question that some acts ask before they are done. It lies over whatever sheet the act was begun in; once it is
 * answered the act goes on by itself.
 */
export function StepUp() {
  const [answer, setAnswer] = useState<{ give: Answer } | null>(null);
  useEffect(
    () =>
      askWith(
        () =>
          new Promise<boolean>((resolve) => {
            const from = document.activeElement;
            const give: Answer = (proved) => {
              setAnswer(null);
              resolve(proved);
              if (from instanceof HTMLElement) from.focus();
            };
            setAnswer({ give });
          }),
      ),
    [],
  );
  useEffect(() => whenIdle(ProveAgain.early), []);
  return answer && <Question onAnswer={answer.give} />;
}

const show = (dialog: HTMLDialogElement | null) => {
  if (dialog && !dialog.open) dialog.showModal();
};
// Keys meant for the page beneath stay here.
const keepHere = (event: KeyboardEvent) => event.stopPropagation();

function Question({ onAnswer }: { onAnswer: Answer }) {
  const { t } = useTranslation('common');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it stops keys, and does nothing itself
    <dialog
      ref={show}
      className={classes.question}
      aria-labelledby="prove-again"
      tabIndex={-1}
      // Escape closes this one alone, not the sheet that lies open beneath.
      data-mantine-stop-propagation="true"
      onCancel={(event) => {
        event.preventDefault();
        onAnswer(false);
      }}
      onKeyDown={keepHere}
    >
      <h2 id="prove-again">{t('prove-again')}</h2>
      <p>{t('prove-again-help')}</p>
      <ProveAgain isNeeded button={t('prove-again-go-on')} onProved={() => onAnswer(true)} />
      <Button data-mantine-stop-propagation="true" variant="subtle" onClick={() => onAnswer(false)}>
        {t('cancel')}
      </Button>
    </dialog>
  );
}
