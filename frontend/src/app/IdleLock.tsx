import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { answered, auth } from '@/api/client';
import { useProblemWords } from '@/api/errors';
import { practiceQuery } from '@/api/practice';
import { SESSION_KEY } from '@/api/queries';
import { signOut, useSession, useSessionRefresh } from '@/api/session';
import classes from '@/app/IdleLock.module.css';
import { ProveAgain } from '@/features/step-up/proveAgainLater';
import { doors } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { useIdle } from '@/ui/useIdle';

const MINUTE_MS = 60_000;
/** Until it is known what the practice decided, which is never longer. */
const LOCK_MINUTES = 10;
const AGAIN_MS = 5_000;

/**
 * Covers a screen that was left alone, and locks its session: the server tells this browser nothing more until a second
 * factor is proved. What lies beneath stays as it is, typed text too, and can be neither seen nor used.
 */
export function IdleLock() {
  const { t } = useTranslation('staff');
  const { state } = useSession();
  const minutes = useQuery(practiceQuery).data?.idle.minutes ?? LOCK_MINUTES;
  const { idle, back } = useIdle((minutes - 1) * MINUTE_MS, minutes * MINUTE_MS);
  const isOver = idle === 'over';
  useLock(isOver);
  return (
    <>
      <div role="status" className={classes.place}>
        {idle === 'nearly' && <p className={classes.warning}>{t('locks-soon')}</p>}
      </div>
      {(isOver || state === 'locked') && <Locked onOpen={back} />}
    </>
  );
}

/** Locks the session when the screen is; as long as nobody answers again and again, until somebody is back. */
function useLock(isOver: boolean) {
  const refresh = useEffectEvent(useSessionRefresh());
  useEffect(() => {
    if (!isOver) return undefined;
    let isBack = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const lock = () =>
      answered(auth.POST('/auth/lock')).then(
        () => refresh(),
        () => {
          // A late lock would lock out whoever has just proved who they are.
          if (!isBack) again = setTimeout(() => void lock(), AGAIN_MS);
        },
      );
    void lock();
    return () => {
      isBack = true;
      clearTimeout(again);
    };
  }, [isOver]);
}

// Above everything, sheets included, which a cover of our own would have to outbid.
const show = (dialog: HTMLDialogElement | null) => {
  if (dialog && !dialog.open) dialog.showModal();
};
// Keys meant for the page beneath stay here.
const keepHere = (event: KeyboardEvent) => event.stopPropagation();

function Locked({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('staff');
  const words = useProblemWords();
  const client = useQueryClient();
  const leaving = useMutation({ mutationFn: () => signOut(doors.staff) });
  const open = () => {
    onOpen();
    // What a page asked for meanwhile was refused.
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it stops keys, and does nothing itself
    <dialog
      ref={show}
      className={classes.lock}
      aria-labelledby="locked"
      tabIndex={-1}
      // Escape would otherwise close the sheet that lies open beneath.
      data-mantine-stop-propagation="true"
      onCancel={(event) => event.preventDefault()}
      // A browser closes it all the same when asked twice.
      onClose={({ currentTarget }) => show(currentTarget)}
      onKeyDown={keepHere}
    >
      <div className={classes.sheet}>
        <h1 id="locked">{t('locked')}</h1>
        <p>{t('locked-help')}</p>
        {leaving.isError && <Failure {...words(leaving.error)} />}
        <ProveAgain isNeeded button={t('unlock')} onProved={open} />
        <div className={classes.buttons}>
          <Button
            data-mantine-stop-propagation="true"
            variant="subtle"
            loading={leaving.isPending}
            onClick={() => leaving.mutate()}
          >
            {t('sign-out')}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
