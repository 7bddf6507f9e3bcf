import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import classes from '@/features/events/Facts.module.css';
import { type Sweep, sweepQuery } from '@/features/events/sweeps';
import { paths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';

interface SweepDifferencesProps {
  sweepId: string;
  listed: Sweep | undefined;
}

/** Which bookings differed, by number; their events tell the rest. */
export function SweepDifferences({ sweepId, listed }: SweepDifferencesProps) {
  const { t } = useTranslation('events');
  const words = useProblemWords();
  const report = useQuery(sweepQuery(sweepId, listed?.state));
  return (
    <section aria-labelledby="differences" className={classes.section}>
      <h2 id="differences">{t('sweep-differences')}</h2>
      {report.isError && <Failure {...words(report.error)} onRetry={() => void report.refetch()} />}
      <ul className={classes.list}>
        {report.data?.differences.map(({ appointmentId, kind }) => (
          <li key={appointmentId}>
            <Link to={paths.events} search={{ booking: appointmentId }}>
              {t('sweep-booking', { id: appointmentId })}
            </Link>
            <span className={classes.points}>{t(`difference-${kind}`)}</span>
          </li>
        ))}
      </ul>
      {report.data?.next && <p className={classes.note}>{t('sweep-more')}</p>}
    </section>
  );
}
