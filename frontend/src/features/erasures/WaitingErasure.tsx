import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { acts, type Receipt, type Waiting } from '@/features/erasures/erasures';
import classes from '@/features/erasures/Erasures.module.css';
import { useAct } from '@/features/erasures/useAct';
import { Failure } from '@/ui/Failure';

interface WaitingErasureProps {
  waiting: Waiting;
  /** The plan as it is shown beside, which is what is approved. */
  plan: string;
  clock: { zone: string; now: number };
  whoIs: (id: string) => string;
  onDone: (receipt: Receipt) => void;
}

/** An erasure that was asked for: whoever asked can take it back, somebody else can approve it as well. */
export function WaitingErasure({ waiting, plan, clock, whoIs, onDone }: WaitingErasureProps) {
  const { t } = useTranslation(['erasures', 'common']);
  const [isSure, setSure] = useState(false);
  const approve = useAct(() => acts.approve(waiting.id, plan), onDone);
  const withdraw = useAct(() => acts.withdraw(waiting.id));
  return (
    <section aria-labelledby="waits" className={classes.waiting}>
      <h2 id="waits">{t('waits')}</h2>
      <p>{t('asked-by', { name: whoIs(waiting.askedBy), at: waiting.askedAt, ...clock })}</p>
      {waiting.reason && (
        <dl className={classes.said}>
          <dt>{t('reason')}</dt>
          <dd>{waiting.reason}</dd>
        </dl>
      )}
      {waiting.byYou && <p className={classes.quiet}>{t('needs-other')}</p>}
      {withdraw.failure && <Failure {...withdraw.failure} />}
      {approve.failure && <Failure {...approve.failure} />}
      {isSure && <p>{t('approve-means')}</p>}
      <div className={classes.buttons}>
        {!waiting.byYou &&
          (isSure ? (
            <>
              <Button color="red" autoFocus loading={approve.isRunning} onClick={() => approve.run()}>
                {t('approve-now')}
              </Button>
              <Button variant="subtle" onClick={() => setSure(false)}>
                {t('common:cancel')}
              </Button>
            </>
          ) : (
            <Button variant="default" onClick={() => setSure(true)}>
              {t('approve')}
            </Button>
          ))}
        {!isSure && (
          <Button variant="subtle" loading={withdraw.isRunning} onClick={() => withdraw.run()}>
            {t('withdraw')}
          </Button>
        )}
      </div>
    </section>
  );
}
