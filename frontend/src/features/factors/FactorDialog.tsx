import { useTranslation } from 'react-i18next';

import { AddApp } from '@/features/factors/AddApp';
import { AddPasskey } from '@/features/factors/AddPasskey';
import { ChangePassword } from '@/features/factors/ChangePassword';
import type { OwnFactor } from '@/features/factors/factors';
import classes from '@/features/factors/OwnFactors.module.css';
import { RemoveFactor } from '@/features/factors/RemoveFactor';
import { RenameFactor } from '@/features/factors/RenameFactor';
import { RenewCodes } from '@/features/factors/RenewCodes';
import { useFactorName } from '@/features/factors/useFactorName';
import { Dialog } from '@/ui/Dialog';

/** What someone is about to do about how they sign in. */
export type FactorTask =
  | { kind: 'passkey' }
  | { kind: 'app' }
  | { kind: 'codes' }
  | { kind: 'password' }
  | { kind: 'rename'; factor: OwnFactor }
  | { kind: 'remove'; factor: OwnFactor };

interface FactorDialogProps {
  task: FactorTask | null;
  hasApp: boolean;
  /** With what is to be said of it, when something was done. */
  onClose: (said?: string) => void;
}

export function FactorDialog({ task, hasApp, onClose }: FactorDialogProps) {
  const title = useTitle(task);
  return (
    <Dialog isOpen={task !== null} title={title} returnsFocus onClose={() => onClose()}>
      <div className={classes.dialog}>{task && <Task task={task} hasApp={hasApp} onDone={onClose} />}</div>
    </Dialog>
  );
}

function Task({
  task,
  hasApp,
  onDone,
}: {
  task: FactorTask;
  hasApp: boolean;
  onDone: (said: string) => void;
}) {
  switch (task.kind) {
    case 'passkey':
      return <AddPasskey onDone={onDone} />;
    case 'app':
      return <AddApp replaces={hasApp} onDone={onDone} />;
    case 'codes':
      return <RenewCodes onDone={onDone} />;
    case 'password':
      return <ChangePassword onDone={onDone} />;
    case 'rename':
      return <RenameFactor factor={task.factor} onDone={() => onDone('')} />;
    case 'remove':
      return <RemoveFactor factor={task.factor} onDone={onDone} />;
  }
}

function useTitle(task: FactorTask | null): string {
  const { t } = useTranslation('security');
  const nameOf = useFactorName();
  switch (task?.kind) {
    case undefined:
      return '';
    case 'passkey':
      return t('add-passkey');
    case 'app':
      return t('app-title');
    case 'codes':
      return t('new-codes-title');
    case 'password':
      return t('change-password');
    case 'rename':
      return t('rename-which', { name: nameOf(task.factor) });
    case 'remove':
      return t('remove-title', { name: nameOf(task.factor) });
  }
}
