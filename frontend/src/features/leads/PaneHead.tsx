import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { BandMark } from '@/features/leads/BandMark';
import classes from '@/features/leads/EvidencePane.module.css';
import type { Lead } from '@/features/leads/leads';
import { useStaff } from '@/features/leads/staff';
import type { PersonDesk } from '@/features/leads/useDesk';
import { usePersonName } from '@/features/leads/usePersonName';
import { usePresence } from '@/features/leads/usePresence';
import { paths } from '@/lib/paths';

const OTHER_ACTS = ['snooze', 'owner', 'practitioner', 'note'] as const;

interface PaneHeadProps {
  personId: string;
  lead: Lead | undefined;
  desk: PersonDesk;
  onLink: (lead: Lead) => void;
}

/** Who this is, who else is looking at them just now, and what can be done. */
export function PaneHead({ personId, lead, desk, onLink }: PaneHeadProps) {
  const { t } = useTranslation('leads');
  const nameOf = usePersonName();
  const staff = useStaff();
  const others = usePresence(personId);
  return (
    <>
      <div className={classes.head}>
        <Button
          variant="subtle"
          className={classes.back}
          leftSection={<ArrowLeft size={18} aria-hidden />}
          onClick={desk.close}
        >
          {t('back-to-list')}
        </Button>
        <h2 className={classes.name}>{nameOf(lead)}</h2>
        {lead?.band && <BandMark band={lead.band} word={t(`band-${lead.band}`)} />}
        <p className={classes.about}>
          {lead && (lead.owner ? t('owned-by', { name: staff.nameOf(lead.owner) }) : t('owned-by-nobody'))}
          {lead?.practitioner && ` · ${t('with-practitioner', { name: lead.practitioner })}`}
        </p>
      </div>
      <p role="status" className={classes.presence}>
        {others.length > 0 && (
          <>
            <Eye size={18} aria-hidden />
            {t('on-this', { count: others.length, names: others.map(staff.nameOf).join(t('and')) })}
          </>
        )}
      </p>
      {lead && (
        <div className={classes.acts}>
          <Button className={classes.outcome} onClick={() => desk.openDialog('outcome', lead)}>
            {t('log-outcome')}
          </Button>
          {OTHER_ACTS.map((kind) => (
            <button
              key={kind}
              type="button"
              className={classes.act}
              onClick={() => desk.openDialog(kind, lead)}
            >
              {t(`do-${kind}`)}
            </button>
          ))}
          <button type="button" className={classes.act} onClick={() => onLink(lead)}>
            {t('do-link')}
          </button>
          <Link to={paths.person} params={{ personId }} className={classes.act}>
            {t('open-record')}
          </Link>
        </div>
      )}
    </>
  );
}
