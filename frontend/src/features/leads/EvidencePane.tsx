import { memo, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import classes from '@/features/leads/EvidencePane.module.css';
import type { Lead } from '@/features/leads/leads';
import type { Clock } from '@/features/leads/sentences';
import type { PersonDesk } from '@/features/leads/useDesk';
import { later } from '@/ui/later';
import { whenIdle } from '@/lib/whenIdle';

const OpenedPerson = later(() => import('@/features/leads/OpenedPerson').then((part) => part.OpenedPerson));

interface EvidencePaneProps {
  personId: string | undefined;
  listed: Lead | undefined;
  clock: Clock;
  desk: PersonDesk;
  onLink: (lead: Lead) => void;
}

/** All that speaks for one person's place. Opening it is a logged view, so it never opens by itself. */
export const EvidencePane = memo(function EvidencePane({ personId, ...rest }: EvidencePaneProps) {
  const { t } = useTranslation('leads');
  useEffect(() => whenIdle(OpenedPerson.early), []);
  return (
    <aside className={classes.pane} aria-label={t('evidence')} data-empty={!personId || undefined}>
      {personId ? (
        <OpenedPerson isNeeded personId={personId} {...rest} />
      ) : (
        <p className={classes.hint}>{t('open-hint')}</p>
      )}
    </aside>
  );
});
