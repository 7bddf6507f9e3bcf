import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { BandMark } from '@/features/leads/BandMark';
import type { Lead } from '@/features/leads/leads';
import classes from '@/features/leads/LeadRow.module.css';
import { LeadTimes } from '@/features/leads/LeadTimes';
import { ReasonBar } from '@/features/leads/ReasonBar';
import { type Clock, useSentences } from '@/features/leads/sentences';
import { usePersonName } from '@/features/leads/usePersonName';
import { paths } from '@/lib/paths';
import { shownScore } from '@/lib/points';

interface LeadRowProps {
  lead: Lead;
  rank: number;
  clock: Clock;
}

const SHOWN_REASONS = 2;

/** The cells of one person's row: plain elements only, since many rows come and go while scrolling. */
export function LeadRow({ lead, rank, clock }: LeadRowProps) {
  const { t } = useTranslation('leads');
  const { say } = useSentences(clock);
  const nameOf = usePersonName();
  const top = lead.reasons.toSorted((a, b) => b.tenths - a.tenths).slice(0, SHOWN_REASONS);
  return (
    <>
      <div role="gridcell" className={classes.rank}>
        {rank}
      </div>
      <div role="gridcell" className={classes.person}>
        <Link
          to={paths.leads}
          search={{ person: lead.personId }}
          tabIndex={-1}
          draggable={false}
          className={classes.name}
        >
          {nameOf(lead)}
        </Link>
        <ul className={classes.reasons}>
          {top.map((reason) => (
            <li key={`${reason.rule}-${reason.startsAt}`}>
              {say(reason.sentence)}
              {reason.sourceLate && <span className={classes.late}> {t('source-late')}</span>}
            </li>
          ))}
        </ul>
      </div>
      <div role="gridcell" className={classes.times}>
        <LeadTimes lead={lead} clock={clock} />
      </div>
      <div role="gridcell" className={classes.score}>
        <div className={classes.figures}>
          {lead.band && <BandMark band={lead.band} />}
          <span className={classes.number}>{shownScore(lead.scoreTenths)}</span>
        </div>
        <ReasonBar lead={lead} />
      </div>
    </>
  );
}
