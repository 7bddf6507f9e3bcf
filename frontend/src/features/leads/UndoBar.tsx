import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import classes from '@/features/leads/UndoBar.module.css';
import type { Outcomes } from '@/features/leads/useOutcomes';
import { usePersonName } from '@/features/leads/usePersonName';
import { Failure } from '@/ui/Failure';

const UNDO_FOR_MS = 10_000;

/** Ten seconds to take the last outcome back; a failed try to do so stays until it worked or is put away. */
export function UndoBar({ outcomes, onUndo }: { outcomes: Outcomes; onUndo: () => void }) {
  const { t } = useTranslation('leads');
  const words = useProblemWords();
  const nameOf = usePersonName();
  const { undoable, undo, forgetUndo } = outcomes;
  const over = useEffectEvent(forgetUndo);
  const isWaiting = undo.isPending || undo.isError;

  useEffect(() => {
    if (!undoable || isWaiting) return undefined;
    const timer = setTimeout(() => over(), UNDO_FOR_MS);
    return () => clearTimeout(timer);
  }, [undoable, isWaiting]);

  return (
    <div role="status">
      {undoable && (
        <div className={classes.bar}>
          <span>{t('logged', { outcome: t(`outcome-${undoable.kind}`), name: nameOf(undoable.lead) })}</span>
          <button type="button" className={classes.undo} onClick={onUndo}>
            {t('undo')} <kbd>Z</kbd>
          </button>
        </div>
      )}
      {undoable && undo.isError && <Failure {...words(undo.error)} onRetry={onUndo} />}
    </div>
  );
}
