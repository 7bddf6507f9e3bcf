import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { sessionQuery, signOut } from '@/api/session';
import classes from '@/app/IdleLock.module.css';
import { doors } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { useIdle } from '@/ui/useIdle';

const LOCK_MS = 600_000;
const WARN_MS = LOCK_MS - 60_000;

/** Covers a screen that was left alone. What lies beneath stays as it is, typed text too, and can be neither seen nor used. */
export function IdleLock() {
  const { t } = useTranslation('staff');
  const { idle, back } = useIdle(WARN_MS, LOCK_MS);
  return (
    <>
      <div role="status" className={classes.place}>
        {idle === 'nearly' && <p className={classes.warning}>{t('locks-soon')}</p>}
      </div>
      {idle === 'over' && <Locked onOpen={back} />}
    </>
  );
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
  // A session that has ended meanwhile makes the gate lead to the sign-in page.
  const opening = useMutation({
    mutationFn: () => client.fetchQuery({ ...sessionQuery, staleTime: 0 }),
    onSuccess: ({ state }) => state === 'signed-in' && onOpen(),
  });
  const leaving = useMutation({ mutationFn: () => signOut(doors.staff) });
  const error = opening.error ?? leaving.error;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it stops keys, and does nothing itself
    <dialog
      ref={show}
      className={classes.lock}
      aria-labelledby="locked"
      onCancel={(event) => event.preventDefault()}
      // A browser closes it all the same when asked twice.
      onClose={({ currentTarget }) => show(currentTarget)}
      onKeyDown={keepHere}
    >
      <div className={classes.sheet}>
        <h1 id="locked">{t('locked')}</h1>
        <p>{t('locked-help')}</p>
        {error && <Failure {...words(error)} />}
        <div className={classes.buttons}>
          {/* Escape would otherwise close the sheet that lies open beneath. */}
          <Button
            data-mantine-stop-propagation="true"
            loading={opening.isPending}
            onClick={() => opening.mutate()}
          >
            {t('unlock')}
          </Button>
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
