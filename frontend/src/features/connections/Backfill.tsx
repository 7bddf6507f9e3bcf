import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import {
  type Backfill as Shown,
  backfills,
  backfillsQuery,
  type Clock,
} from '@/features/connections/connections';
import classes from '@/features/connections/ConnectionsPage.module.css';
import { day } from '@/lib/moments';
import { Dialog } from '@/ui/Dialog';
import { Failure } from '@/ui/Failure';
import { Form } from '@/ui/Form';
import { Moment } from '@/ui/Moment';
import { useCause } from '@/ui/useCause';

/** Reading far back: how the newest one stands, and the way to another. */
export function Backfill({ clock }: { clock: Clock }) {
  const { t } = useTranslation('connections');
  const [isAsking, setAsking] = useState(false);
  const { data } = useQuery(backfillsQuery);
  const newest = data?.items[0];
  const isOver = !newest || newest.state === 'done';
  return (
    <div className={classes.backfill}>
      {newest && <Progress backfill={newest} clock={clock} />}
      {isOver && (
        <button type="button" className={classes.link} onClick={() => setAsking(true)}>
          {t('backfill')}
        </button>
      )}
      {isAsking && <BackfillDialog onClose={() => setAsking(false)} />}
    </div>
  );
}

function Progress({ backfill, clock }: { backfill: Shown; clock: Clock }) {
  const { t } = useTranslation('connections');
  const words = useProblemWords();
  const cause = useCause();
  const { refetch } = useQuery(backfillsQuery);
  const { id, state, windows, windowsDone, rows, newRows, leftOut, rowsPerSecond } = backfill;
  const turning = useMutation({
    mutationFn: () => (state === 'paused' ? backfills.resume(id) : backfills.pause(id)),
    onSettled: () => refetch(),
  });
  return (
    <>
      <p>
        {t(`backfill-${state}`, { day: day(`${backfill.from}T12:00:00Z`, 'UTC', clock.now) })}
        {' · '}
        {t('backfill-count', { done: windowsDone, windows, rows, newRows })}
        {state === 'running' && rowsPerSecond > 0 && (
          <> · {t('backfill-rate', { rate: Math.round(rowsPerSecond) })}</>
        )}
        {backfill.expectedAt && (
          <>
            {' · '}
            {t('backfill-ends')} <Moment at={backfill.expectedAt} zone={clock.zone} now={clock.now} />
          </>
        )}
      </p>
      {leftOut > 0 && <p>{t('backfill-left-out', { count: leftOut })}</p>}
      {backfill.causeCode && state !== 'done' && <p>{cause(`acuity.${backfill.causeCode}`)}</p>}
      {turning.error && <Failure {...words(turning.error)} />}
      {state !== 'done' && (
        <div className={classes.bar}>
          <progress aria-label={t('backfill-progress')} max={windows} value={windowsDone} />
          <Button variant="default" size="xs" loading={turning.isPending} onClick={() => turning.mutate()}>
            {t(state === 'paused' ? 'resume' : 'pause')}
          </Button>
        </div>
      )}
    </>
  );
}

function BackfillDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('connections');
  const words = useProblemWords();
  const { refetch } = useQuery(backfillsQuery);
  const { register, handleSubmit, formState, watch } = useForm({ defaultValues: { from: '' } });
  const looking = useMutation({ mutationFn: backfills.preview });
  const starting = useMutation({
    mutationFn: backfills.start,
    onSuccess: () => {
      void refetch();
      onClose();
    },
  });
  const preview = looking.data && looking.variables === watch('from') ? looking.data : undefined;
  const failed = looking.error ?? starting.error;
  return (
    <Dialog isOpen onClose={onClose} title={t('backfill')} returnsFocus>
      <Form onSubmit={handleSubmit(({ from }) => (preview ? starting.mutate(from) : looking.mutate(from)))}>
        <p>{t('backfill-help')}</p>
        {failed && <Failure {...words(failed)} />}
        <TextInput
          {...register('from', { validate: (from) => /^\d{4}-\d\d-\d\d$/.test(from) })}
          type="date"
          label={t('backfill-from')}
          autoFocus
          error={formState.errors.from && t('backfill-from-missing')}
        />
        <p role="status">{preview && t('backfill-would', preview)}</p>
        <Button type="submit" loading={looking.isPending || starting.isPending}>
          {t(preview ? 'backfill-start' : 'backfill-preview')}
        </Button>
      </Form>
    </Dialog>
  );
}
