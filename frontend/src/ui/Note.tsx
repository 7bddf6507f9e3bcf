import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';

import classes from '@/ui/Note.module.css';

interface NoteProps {
  tone: 'bad' | 'warn' | 'info';
  children: ReactNode;
}

/** A sentence that asks for attention; failures are spoken at once, the rest when there is a pause. */
export function Note({ tone, children }: NoteProps) {
  const Icon = tone === 'info' ? Info : CircleAlert;
  return (
    <div className={classes.note} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon size={20} aria-hidden className={classes.icon} />
      <div className={classes.words}>{children}</div>
    </div>
  );
}
