import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { BandMark } from '@/features/leads/BandMark';
import classes from '@/features/leads/EvidencePane.module.css';
import { type Lead, leadDetailQuery } from '@/features/leads/leads';
import { PersonRecord } from '@/features/leads/PersonRecord';
import { ReasonList } from '@/features/leads/ReasonList';
import type { Clock } from '@/features/leads/sentences';
import { usePersonName } from '@/features/leads/usePersonName';
import { Failure } from '@/ui/Failure';

interface EvidencePaneProps {
  personId: string | undefined;
  listed: Lead | undefined;
  clock: Clock;
  onClose: () => void;
  onOutcome: (lead: Lead) => void;
}

/** All that speaks for one person's place. Opening it is a logged view, so it never opens by itself. */
export function EvidencePane({ personId, ...rest }: EvidencePaneProps) {
  const { t } = useTranslation('leads');
  return (
    <aside className={classes.pane} aria-label={t('evidence')} data-empty={!personId || undefined}>
      {personId ? <Opened personId={personId} {...rest} /> : <p className={classes.hint}>{t('open-hint')}</p>}
    </aside>
  );
}

interface OpenedProps extends EvidencePaneProps {
  personId: string;
}

function Opened({ personId, listed, clock, onClose, onOutcome }: OpenedProps) {
  const { t } = useTranslation('leads');
  const words = useProblemWords();
  const nameOf = usePersonName();
  const detail = useQuery(leadDetailQuery(personId, listed?.recordVersion));
  const lead = listed ?? detail.data?.lead;
  return (
    <>
      <h1 className={classes.pageTitle}>{t('title')}</h1>
      <div className={classes.head}>
        <Button
          variant="subtle"
          className={classes.back}
          leftSection={<ArrowLeft size={18} aria-hidden />}
          onClick={onClose}
        >
          {t('back-to-list')}
        </Button>
        <h2 className={classes.name}>{nameOf(lead)}</h2>
        {lead?.band && <BandMark band={lead.band} />}
        {lead?.practitioner && (
          <p className={classes.practitioner}>{t('with-practitioner', { name: lead.practitioner })}</p>
        )}
      </div>
      {lead && (
        <Button className={classes.outcome} onClick={() => onOutcome(lead)}>
          {t('log-outcome')}
        </Button>
      )}
      {detail.isError && <Failure {...words(detail.error)} onRetry={() => void detail.refetch()} />}
      {detail.data && <PersonRecord detail={detail.data} clock={clock} part="contact" />}
      {lead && <ReasonList lead={lead} clock={clock} />}
      {detail.data && <PersonRecord detail={detail.data} clock={clock} part="history" />}
    </>
  );
}
