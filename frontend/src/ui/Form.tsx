import type { ReactNode, SubmitEventHandler } from 'react';

import classes from '@/ui/Form.module.css';

interface FormProps {
  onSubmit: SubmitEventHandler<HTMLFormElement>;
  children: ReactNode;
}

/** Fields under each other. The browser's own bubbles are off: errors stand beside their field and stay there. */
export function Form({ onSubmit, children }: FormProps) {
  return (
    <form noValidate className={classes.form} onSubmit={onSubmit}>
      {children}
    </form>
  );
}
