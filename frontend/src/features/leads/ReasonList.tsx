import { useTranslation } from 'react-i18next';

import type { Lead, Reason } from '@/features/leads/leads';
import classes from '@/features/leads/ReasonList.module.css';
import { type Clock, useSentences } from '@/features/leads/sentences';
import { pointsWithTenth, shownScore } from '@/lib/points';
import { Moment } from '@/ui/Moment';
import { VisuallyHidden } from '@/ui/VisuallyHidden';

interface ReasonListProps {
  lead: Lead;
  clock: Clock;
  onWrong: (reasonKey: string) => void;
}

/** Every reason and adjustment with its points, down to the sum, so that anyone can add them up. */
export function ReasonList({ lead, clock, onWrong }: ReasonListProps) {
  const { t } = useTranslation('leads');
  return (
    <section aria-labelledby="why-here" className={classes.reasons}>
      <h3 id="why-here" className={classes.title}>
        {t('why-here')}
      </h3>
      <ol className={classes.list}>
        {lead.reasons.map((reason) => (
          <li key={`${reason.rule}-${reason.startsAt}`} className={classes.reason}>
            <ReasonEntry reason={reason} clock={clock} onWrong={onWrong} />
          </li>
        ))}
      </ol>
      <p className={classes.sum}>
        <span>{t('sum', { shown: shownScore(lead.scoreTenths) })}</span>
        <span className={classes.points}>{pointsWithTenth(lead.scoreTenths)}</span>
      </p>
    </section>
  );
}

interface ReasonEntryProps extends Omit<ReasonListProps, 'lead'> {
  reason: Reason;
}

function ReasonEntry({ reason, clock, onWrong }: ReasonEntryProps) {
  const { t } = useTranslation('leads');
  const { say, detail, removal } = useSentences(clock);
  const more = detail(reason);
  const { key } = reason;
  return (
    <>
      <span className={classes.sentence}>{say(reason.sentence)}</span>
      <span className={classes.points}>{pointsWithTenth(reason.tenths)}</span>
      <div className={classes.evidence}>
        {reason.sourceLate && <p className={classes.late}>{t('source-late')}</p>}
        {more && <p>{more}</p>}
        {reason.evidence.map((fact) => (
          <p key={fact.source + fact.recordId}>
            {t(`evidence-${fact.source}`, { id: fact.recordId, defaultValue: fact.source })}
            {t('received')} <Moment at={fact.receivedAt} {...clock} />
          </p>
        ))}
        <p>
          {reason.halfLifeDays && `${t('fades', { count: reason.halfLifeDays })} `}
          {reason.removedBy.length > 0 &&
            t('removed-by', { what: reason.removedBy.map(removal).join(t('or')) })}
        </p>
        {key && (
          <button type="button" className={classes.wrong} onClick={() => onWrong(key)}>
            {t('reason-wrong')}
            <VisuallyHidden>: {say(reason.sentence)}</VisuallyHidden>
          </button>
        )}
      </div>
    </>
  );
}
