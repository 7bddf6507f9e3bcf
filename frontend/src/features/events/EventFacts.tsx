import { useTranslation } from 'react-i18next';

import classes from '@/features/events/Facts.module.css';
import type { HookEvent } from '@/features/events/events';
import { StateMark } from '@/features/events/StateMark';
import { useEventWords } from '@/features/events/useEventWords';
import { lasted } from '@/lib/lasted';
import { Moment } from '@/ui/Moment';

interface EventFactsProps {
  event: HookEvent;
  clock: { zone: string; now: number };
}

/** From received to handled, and what stands in between. */
export function EventFacts({ event, clock }: EventFactsProps) {
  const { t } = useTranslation('events');
  const words = useEventWords();
  const { state, receivedAt, handledAt, nextTryAt, attempts, causeCode } = event;
  const hasFailed = state === 'failed';
  return (
    <section aria-label={t('facts')} className={classes.first}>
      <p>
        <StateMark state={state} /> <span className={classes.help}>{t(`state-help-${state}`)}</span>
      </p>
      <dl className={classes.facts}>
        <dt>{t('fact-received')}</dt>
        <dd>
          <Moment at={receivedAt} {...clock} />
        </dd>
        {handledAt && (
          <>
            <dt>{t('fact-handled')}</dt>
            <dd>{t('fact-lag', { duration: lasted(receivedAt, handledAt) })}</dd>
          </>
        )}
        {attempts > 0 && (
          <>
            <dt>{t('fact-tries')}</dt>
            <dd>{attempts}</dd>
          </>
        )}
        {nextTryAt && hasFailed && (
          <>
            <dt>{t('fact-next')}</dt>
            <dd>
              <Moment at={nextTryAt} {...clock} />
            </dd>
          </>
        )}
        {causeCode && hasFailed && (
          <>
            <dt>{t('fact-cause')}</dt>
            <dd>{words.cause(causeCode)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
