import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { KindYears } from '@/features/retention/KindYears';
import { retentionQuery } from '@/features/retention/retention';
import classes from '@/features/retention/Retention.module.css';
import { Failure } from '@/ui/Failure';
import { useDelay } from '@/ui/useDelay';

/** For how many years each kind of record is kept, and what would go this month. */
export function RetentionPage() {
  const { t } = useTranslation(['retention', 'app']);
  const problem = useProblemWords();
  const isNoticeable = useDelay(150);
  const { data, error, isPending, refetch } = useQuery(retentionQuery);
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      <h1>{t('title')}</h1>
      <p className={classes.intro}>{t('intro')}</p>
      {error && <Failure {...problem(error)} onRetry={() => void refetch()} />}
      {isPending && isNoticeable && <p role="status">{t('loading')}</p>}
      {data?.kinds.map((kind) => (
        // A save makes the form anew from what was saved.
        <KindYears key={`${kind.kind}-${kind.years}`} kind={kind} />
      ))}
      {data && (
        <section aria-labelledby="trail" className={classes.kind}>
          <h2 id="trail">{t('trail')}</h2>
          <p className={classes.about}>{t('trail-about', { count: data.trailYearsAtLeast })}</p>
        </section>
      )}
    </div>
  );
}
