import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import classes from '@/features/events/EventTable.module.css';
import { differencesOf, type Sweep } from '@/features/events/sweeps';
import { useEventWords } from '@/features/events/useEventWords';
import { day } from '@/lib/moments';
import { paths } from '@/lib/paths';
import { Moment } from '@/ui/Moment';
import { VisuallyHidden } from '@/ui/VisuallyHidden';

interface Clock {
  zone: string;
  now: number;
}

interface SweepTableProps {
  sweeps: readonly Sweep[];
  openedId: string | undefined;
  clock: Clock;
}

export function SweepTable({ sweeps, openedId, clock }: SweepTableProps) {
  const { t } = useTranslation('events');
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{t('sweeps-list')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('sweep-when')}</th>
            <th scope="col">{t('sweep-result')}</th>
            <th scope="col" className={classes.more}>
              {t('sweep-window')}
            </th>
            {(['same', 'missing', 'different', 'extra'] as const).map((count) => (
              <th key={count} scope="col" className={classes.more}>
                {t(`sweep-${count}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sweeps.map((sweep) => (
            <SweepRow key={sweep.id} sweep={sweep} isOpened={sweep.id === openedId} clock={clock} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SweepRowProps {
  sweep: Sweep;
  isOpened: boolean;
  clock: Clock;
}

function SweepRow({ sweep, isOpened, clock }: SweepRowProps) {
  const { t } = useTranslation('events');
  const { id, kind, startedAt, askedAt, from, to, same, missing, different, extra } = sweep;
  // A date without a time belongs to no zone; at noon it is the same day in any.
  const dayOf = (date: string) => day(`${date}T12:00:00Z`, 'UTC', clock.now);
  return (
    <tr data-opened={isOpened || undefined}>
      <th scope="row">
        <Moment at={startedAt ?? askedAt} {...clock} />
        <p className={classes.why}>{t(`sweep-kind-${kind}`)}</p>
      </th>
      <td>
        <Result sweep={sweep} />
        {differencesOf(sweep) + sweep.underWay > 0 && (
          <p className={classes.why}>
            <Link to={paths.compared} search={{ sweep: id }} aria-current={isOpened || undefined}>
              {t('sweep-show')}
              <VisuallyHidden> {t('sweep-of', { time: startedAt ?? askedAt, ...clock })}</VisuallyHidden>
            </Link>
          </p>
        )}
      </td>
      <td className={classes.more}>{t('sweep-range', { from: dayOf(from), to: dayOf(to) })}</td>
      {[same, missing, different, extra].map((count, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- four columns, always in this order
        <td key={index} className={classes.more}>
          {count}
        </td>
      ))}
    </tr>
  );
}

function Result({ sweep }: { sweep: Sweep }) {
  const { t } = useTranslation('events');
  const words = useEventWords();
  const { state, windows, windowsRead, causeCode } = sweep;
  if (state === 'asked') return <>{t('sweep-asked')}</>;
  if (state === 'running') return <>{t('sweep-running', { read: windowsRead, windows })}</>;
  if (state === 'stopped')
    return (
      <>
        {t('sweep-stopped')}
        {causeCode && <p className={classes.why}>{words.cause(causeCode)}</p>}
      </>
    );
  return <>{t('differences', { count: differencesOf(sweep) })}</>;
}
