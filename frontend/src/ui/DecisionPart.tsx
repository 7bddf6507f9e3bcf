import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

import classes from '@/ui/DecisionPart.module.css';

interface DecisionPartProps {
  title: string;
  about: string;
  /** Nobody has decided it yet. */
  isDefault: boolean;
  state: 'untouched' | 'changed' | 'saved' | 'wrong';
  isSaving: boolean;
  failure: ReactNode;
  onSubmit: (event: FormEvent) => void;
  children: ReactNode;
}

/** One thing to decide: what it does, its fields, and whether what stands in them is saved. */
export function DecisionPart({
  title,
  about,
  isDefault,
  state,
  isSaving,
  failure,
  onSubmit,
  children,
}: DecisionPartProps) {
  const { t } = useTranslation('common');
  const id = useId();
  return (
    <form noValidate aria-labelledby={id} className={classes.part} onSubmit={onSubmit}>
      <h2 id={id}>{title}</h2>
      <p className={classes.about}>
        {about} {isDefault && t('decision-default')}
      </p>
      {children}
      {failure}
      <div className={classes.act}>
        <Button type="submit" loading={isSaving} aria-label={t('decision-save-of', { title })}>
          {t('decision-save')}
        </Button>
        <span role="status" className={classes.state}>
          {state !== 'untouched' && t(`decision-${state}`)}
        </span>
      </div>
    </form>
  );
}
