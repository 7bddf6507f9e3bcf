import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { acts, type OnceLink, type WaitingReset as Reset } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import { CardForm } from '@/features/access/CardForm';
import type { Clock } from '@/features/access/clock';
import { Confirmed } from '@/features/access/Confirmed';
import { useAccessWords } from '@/features/access/useAccessWords';
import { useAct } from '@/features/access/useAct';
import { Failure } from '@/ui/Failure';

interface WaitingResetProps {
  reset: Reset;
  /** Whether who is at this screen asked for it, and so cannot approve. */
  isYours: boolean;
  isAboutYou: boolean;
  clock: Clock;
  onLink: (link: OnceLink) => void;
}

/** One wish to reset somebody's second step, and the steps that are left to this administrator. */
export function WaitingReset({ reset, isYours, isAboutYou, clock, onLink }: WaitingResetProps) {
  const { t } = useTranslation('access');
  const { name } = useAccessWords();
  const stop = useAct(() => acts.stop(reset.id));
  const word = reset.beginsAt ? 'finish' : 'approve';
  const decide = useAct(() => acts[word](reset.id), onLink);
  const isWaiting = reset.beginsAt !== undefined && Date.parse(reset.beginsAt) > clock.now;
  const mayDecide = !isAboutYou && !isWaiting && (reset.beginsAt !== undefined || !isYours);
  return (
    <article className={classes.waiting} aria-label={t('reset-of', { name: name(reset.name) })}>
      <p>
        <strong>{t('reset-of', { name: name(reset.name) })}</strong>{' '}
        <span className={classes.quiet}>
          {t('reset-asked-by', { name: name(reset.askedByName), at: reset.askedAt, ...clock })}
        </span>
      </p>
      <dl className={classes.said}>
        <dt>{t('reset-reason')}</dt>
        <dd>{reset.reason}</dd>
        <dt>{t('reset-checked')}</dt>
        <dd>{reset.identityCheck}</dd>
      </dl>
      {isWaiting && <p>{t('reset-begins', { at: reset.beginsAt, ...clock })}</p>}
      {isYours && !reset.beginsAt && (
        <p className={classes.quiet}>{t(reset.needsCard ? 'reset-needs-card' : 'reset-needs-other')}</p>
      )}
      {isAboutYou && <p className={classes.quiet}>{t('reset-about-you')}</p>}
      {stop.failure && <Failure {...stop.failure} />}
      <div className={classes.buttons}>
        {mayDecide && (
          <Confirmed
            label={t(`reset-${word}`)}
            consequence={t('reset-approve-means')}
            confirm={t(`reset-${word}`)}
            isRunning={decide.isRunning}
            failure={decide.failure}
            onConfirm={() => decide.run()}
          />
        )}
        {isYours && reset.needsCard && !reset.beginsAt && <CardForm resetId={reset.id} />}
        <Button variant="subtle" loading={stop.isRunning} onClick={() => stop.run()}>
          {t('reset-stop')}
        </Button>
      </div>
    </article>
  );
}
