import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import classes from '@/features/access/AccessPage.module.css';
import { Failure } from '@/ui/Failure';

interface ConfirmedProps {
  /** What the button that leads here says, and what happens if it is meant. */
  label: string;
  consequence: string;
  confirm: string;
  isRunning: boolean;
  failure: { text: string; reference?: string | undefined } | undefined;
  onConfirm: () => void;
}

/** An act that is done only after its consequence was read. */
export function Confirmed({ label, consequence, confirm, isRunning, failure, onConfirm }: ConfirmedProps) {
  const { t } = useTranslation('common');
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button variant="default" onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <>
      <p>{consequence}</p>
      {failure && <Failure {...failure} />}
      <div className={classes.buttons}>
        <Button autoFocus loading={isRunning} onClick={onConfirm}>
          {confirm}
        </Button>
        <Button variant="subtle" onClick={() => setAsking(false)}>
          {t('cancel')}
        </Button>
      </div>
    </>
  );
}
