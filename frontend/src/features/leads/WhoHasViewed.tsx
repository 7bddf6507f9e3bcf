import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import history from '@/features/leads/History.module.css';
import type { Clock } from '@/features/leads/sentences';

const ViewingList = lazy(async () => ({
  default: (await import('@/features/leads/ViewingList')).ViewingList,
}));

interface WhoHasViewedProps {
  personId: string;
  clock: Clock;
}

/** Who opened this person's record, which part and when; read only when asked for, since that is a logged view too. */
export function WhoHasViewed({ personId, clock }: WhoHasViewedProps) {
  const { t } = useTranslation('leads');
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-labelledby="viewings" className={history.section}>
      <h3 id="viewings" className={history.title}>
        {t('viewings')}
      </h3>
      {isOpen ? (
        <Suspense>
          <ViewingList personId={personId} clock={clock} />
        </Suspense>
      ) : (
        <button type="button" className={history.quiet} onClick={() => setOpen(true)}>
          {t('viewings-show')}
        </button>
      )}
    </section>
  );
}
