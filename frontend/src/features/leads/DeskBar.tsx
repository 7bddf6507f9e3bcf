import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import classes from '@/features/leads/DeskBar.module.css';
import type { Desk } from '@/features/leads/useDesk';
import { usePersonName } from '@/features/leads/usePersonName';
import { Failure } from '@/ui/Failure';
import { useSingleKeys } from '@/ui/singleKeys';

const UNDO_FOR_MS = 10_000;

interface DeskBarProps {
  desk: Desk;
  /** Something that was done and needs no taking back. */
  said: string;
}

/** What was just done: ten seconds to take it back, what could not be saved, what still waits for the server. */
export function DeskBar({ desk, said }: DeskBarProps) {
  const { acts, dialog } = desk;
  return (
    <div role="status" className={classes.place}>
      {said && <div className={classes.bar}>{said}</div>}
      {acts.refusal && !dialog && <Refused desk={desk} />}
      {acts.isAway && <Away />}
      <Undo desk={desk} />
    </div>
  );
}

function Undo({ desk: { acts } }: { desk: Desk }) {
  const { t } = useTranslation('leads');
  const words = useProblemWords();
  const nameOf = usePersonName();
  const hasKeys = useSingleKeys();
  const { undoable, undo, isAway } = acts;
  const over = useEffectEvent(acts.forgetUndo);
  const isWaiting = undo.isPending || undo.isError || isAway;

  useEffect(() => {
    if (!undoable || isWaiting) return undefined;
    const timer = setTimeout(() => over(), UNDO_FOR_MS);
    return () => clearTimeout(timer);
  }, [undoable, isWaiting]);

  if (!undoable) return null;
  return (
    <>
      <div className={classes.bar}>
        <span>{t('logged', { outcome: undoable.act.words, name: nameOf(undoable.act.lead) })}</span>
        <button type="button" className={classes.undo} onClick={acts.takeBack}>
          {t('undo')} {hasKeys && <kbd>Z</kbd>}
        </button>
      </div>
      {undo.isError && <Failure {...words(undo.error)} onRetry={acts.takeBack} />}
    </>
  );
}

function Refused({ desk }: { desk: Desk }) {
  const { t } = useTranslation('leads');
  const nameOf = usePersonName();
  const { refusal } = desk.acts;
  if (!refusal) return null;
  const { words, lead, from } = refusal.act;
  return (
    <div className={classes.bar} data-tone="bad">
      <span>{t('not-saved', { outcome: words, name: nameOf(lead) })}</span>
      <span className={classes.buttons}>
        <button type="button" className={classes.undo} onClick={() => desk.openDialog(from, lead)}>
          {t('not-saved-look')}
        </button>
        <button type="button" className={classes.undo} onClick={desk.acts.forgetRefusal}>
          {t('not-saved-leave')}
        </button>
      </span>
    </div>
  );
}

/** Acts live in this page only until the server has them: closing it asks first. */
function Away() {
  const { t } = useTranslation('leads');
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return (
    <div className={classes.bar} data-tone="warn">
      {t('not-saved-yet')}
    </div>
  );
}
