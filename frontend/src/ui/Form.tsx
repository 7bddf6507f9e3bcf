import type { ReactNode, SubmitEventHandler } from 'react';

import classes from '@/ui/Form.module.css';

interface FormProps {
  onSubmit: SubmitEventHandler<HTMLFormElement>;
  onChange?: () => void;
  children: ReactNode;
}

/** Fields under each other. The browser's own bubbles are off: errors stand beside their field and stay there. */
export function Form({ onSubmit, onChange, children }: FormProps) {
  return (
    <form noValidate className={classes.form} onSubmit={onSubmit} onChange={onChange}>
      {children}
    </form>
  );
}
