import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import classes from '@/features/leads/EvidencePane.module.css';
import { type Lead, leadDetailQuery } from '@/features/leads/leads';
import { NextSlots } from '@/features/leads/NextSlots';
import { PaneHead } from '@/features/leads/PaneHead';
import { PersonRecord } from '@/features/leads/PersonRecord';
import { ReasonList } from '@/features/leads/ReasonList';
import type { Clock } from '@/features/leads/sentences';
import type { PersonDesk } from '@/features/leads/useDesk';
import { WhoHasViewed } from '@/features/leads/WhoHasViewed';
import { Failure } from '@/ui/Failure';
import { Unopened } from '@/ui/Unopened';

interface OpenedPersonProps {
  personId: string;
  listed: Lead | undefined;
  clock: Clock;
  desk: PersonDesk;
  onLink: (lead: Lead) => void;
}

/** Everything about the one who is open. */
export function OpenedPerson({ personId, listed, clock, desk, onLink }: OpenedPersonProps) {
  const { t } = useTranslation('leads');
  const words = useProblemWords();
  const detail = useQuery(leadDetailQuery(personId, listed?.recordVersion));
  const lead = listed ?? detail.data?.lead;
  const record = { detail: detail.data, clock, desk };
  return (
    <>
      <h1 className={classes.pageTitle}>{t('title')}</h1>
      <PaneHead personId={personId} lead={lead} desk={desk} onLink={onLink} />
      {detail.isError && <Failure {...words(detail.error)} onRetry={() => void detail.refetch()} />}
      <Unopened unopened={detail.data?.unopened} />
      {!detail.isError && <PersonRecord {...record} part="contact" />}
      {lead && (
        <ReasonList
          lead={lead}
          clock={clock}
          onWrong={(reasonKey) => desk.openDialog('dispute', lead, reasonKey)}
        />
      )}
      {detail.data && !detail.data.contact.doNotContact && <NextSlots personId={personId} clock={clock} />}
      <PersonRecord {...record} part="history" />
      {detail.data && <WhoHasViewed key={personId} personId={personId} clock={clock} />}
    </>
  );
}
