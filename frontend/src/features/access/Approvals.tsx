import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Approvals as Answer, OnceLink, Person } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import type { Clock } from '@/features/access/clock';
import { OnceLinkDialog } from '@/features/access/OnceLinkDialog';
import { WaitingReset } from '@/features/access/WaitingReset';

interface ApprovalsProps {
  approvals: Answer;
  people: readonly Person[];
  clock: Clock;
}

/** What waits for a second administrator, or for its hour to pass. */
export function Approvals({ approvals, people, clock }: ApprovalsProps) {
  const { t } = useTranslation('access');
  const [made, setMade] = useState<OnceLink | null>(null);
  const you = people.find((person) => person.you);
  return (
    <>
      {approvals.resets.length > 0 && (
        <section className={classes.section} aria-labelledby="access-approvals">
          <h2 id="access-approvals">{t('approvals')}</h2>
          {approvals.resets.map((reset) => (
            <WaitingReset
              key={reset.id}
              reset={reset}
              isYours={reset.askedBy === you?.id}
              isAboutYou={reset.accountId === you?.id}
              clock={clock}
              onLink={setMade}
            />
          ))}
        </section>
      )}
      <OnceLinkDialog
        title={t('reset-link-title')}
        help={t('reset-link-help')}
        made={made}
        clock={clock}
        onClose={() => setMade(null)}
      />
    </>
  );
}
