import type { TFunction } from 'i18next';
import { memo } from 'react';

import { BandMark } from '@/features/leads/BandMark';
import type { Lead } from '@/features/leads/leads';
import classes from '@/features/leads/LeadRow.module.css';
import { LeadTimes } from '@/features/leads/LeadTimes';
import { ReasonBar } from '@/features/leads/ReasonBar';
import type { Clock, Sentences } from '@/features/leads/sentences';
import type { Staff } from '@/features/leads/staff';
import type { usePersonName } from '@/features/leads/usePersonName';
import { pathOfLead } from '@/lib/paths';
import { shownScore } from '@/lib/points';

interface LeadRowProps {
  lead: Lead;
  clock: Clock;
  staff: Staff;
  words: RowWords;
}

/** Looked up once for all rows: in each row anew, the hooks cost more than the row. */
export interface RowWords extends Pick<Sentences, 'say' | 'placement'> {
  t: TFunction<'leads'>;
  nameOf: ReturnType<typeof usePersonName>;
}

export const SHOWN_REASONS = 2;

/** Whether they are shown though they are not on the list, as people who are snoozed are. */
export const isAway = (lead: Lead) => lead.placement.state !== 'listed';

/** The cells about one person: plain elements only, since many rows come and go; drawn anew only for news of theirs. */
export const LeadRow = memo(function LeadRow({ lead, clock, staff, words }: LeadRowProps) {
  const { t, say, placement, nameOf } = words;
  const top = lead.reasons.toSorted((a, b) => b.tenths - a.tenths).slice(0, SHOWN_REASONS);
  const away = isAway(lead) ? lead.placement : undefined;
  return (
    <>
      <div role="gridcell" className={classes.person}>
        <a href={pathOfLead(lead.personId)} tabIndex={-1} draggable={false} className={classes.name}>
          {nameOf(lead)}
        </a>
        <ul className={classes.reasons}>
          {away && (
            <li className={classes.away}>
              {t(`placement-${away.state}`)} {away.causes.map(placement).join(' ')}
            </li>
          )}
          {top.map((reason) => (
            <li key={`${reason.rule}-${reason.startsAt}`}>
              {say(reason.sentence)}
              {reason.sourceLate && <span className={classes.late}> {t('source-late')}</span>}
            </li>
          ))}
        </ul>
      </div>
      <div role="gridcell" className={classes.times}>
        {lead.owner && (
          <div className={classes.owner}>{t('owned-by', { name: staff.nameOf(lead.owner) })}</div>
        )}
        <LeadTimes lead={lead} clock={clock} t={t} />
      </div>
      <div role="gridcell" className={classes.score}>
        <div className={classes.figures}>
          {lead.band && <BandMark band={lead.band} word={t(`band-${lead.band}`)} />}
          <span className={classes.number}>{shownScore(lead.scoreTenths)}</span>
        </div>
        <ReasonBar lead={lead} t={t} />
      </div>
    </>
  );
});
