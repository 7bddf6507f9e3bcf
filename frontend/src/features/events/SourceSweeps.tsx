import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import classes from '@/features/events/EventTable.module.css';
import { compareSource, SOURCES, type SourceSweep, sourceSweepsQuery } from '@/features/events/sourceSweeps';
import page from '@/features/events/SweepsPage.module.css';
import { day } from '@/lib/moments';
import { Failure } from '@/ui/Failure';
import { Moment } from '@/ui/Moment';
import { useCause } from '@/ui/useCause';
import { usePracticeNow } from '@/ui/usePracticeNow';
import { VisuallyHidden } from '@/ui/VisuallyHidden';

/** What the other providers have and what we hold: at night, and whenever someone asks. */
export function SourceSweeps() {
  const { t } = useTranslation(['events', 'reasons']);
  const words = useProblemWords();
  const sweeps = useQuery(sourceSweepsQuery);
  const now = usePracticeNow(sweeps.data);
  return (
    <section aria-labelledby="other-providers" className={page.section}>
      <h2 id="other-providers">{t('sweeps-others')}</h2>
      <div className={page.asking}>
        {SOURCES.map((source) => (
          <CompareButton key={source} source={source} />
        ))}
      </div>
      {sweeps.isError && <Failure {...words(sweeps.error)} onRetry={() => void sweeps.refetch()} />}
      {sweeps.data?.items.length === 0 && <p>{t('sweeps-others-empty')}</p>}
      {sweeps.data && sweeps.data.items.length > 0 && (
        <Table sweeps={sweeps.data.items} clock={{ zone: sweeps.data.zone, now }} />
      )}
    </section>
  );
}

function CompareButton({ source }: { source: string }) {
  const { t } = useTranslation(['events', 'reasons']);
  const words = useProblemWords();
  const { refetch } = useQuery(sourceSweepsQuery);
  const asking = useMutation({ mutationFn: () => compareSource(source), onSuccess: () => refetch() });
  const name = t(`reasons:provider.${source}`);
  return (
    <div>
      <Button variant="default" size="xs" loading={asking.isPending} onClick={() => asking.mutate()}>
        {t('sweeps-now-with', { name })}
      </Button>
      {asking.isError && <Failure {...words(asking.error)} />}
      <span role="status">{asking.isSuccess && t('sweep-asked')}</span>
    </div>
  );
}

interface TableProps {
  sweeps: readonly SourceSweep[];
  clock: { zone: string; now: number };
}

function Table({ sweeps, clock }: TableProps) {
  const { t } = useTranslation('events');
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{t('sweeps-list')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('sweep-with')}</th>
            <th scope="col">{t('sweep-result')}</th>
            <th scope="col" className={classes.more}>
              {t('sweep-records')}
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
            <Row key={sweep.id} sweep={sweep} clock={clock} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ sweep, clock }: { sweep: SourceSweep; clock: TableProps['clock'] }) {
  const { t } = useTranslation(['events', 'reasons']);
  const { source, practitioner, startedAt, from, to, same, missing, different, extra } = sweep;
  const name = t(`reasons:provider.${source}`);
  return (
    <tr>
      <th scope="row">
        {practitioner ? t('sweep-calendar-of', { name, practitioner }) : name}
        <p className={classes.why}>
          <Moment at={startedAt} {...clock} />
        </p>
      </th>
      <td>
        <Result sweep={sweep} />
      </td>
      <td className={classes.more}>
        {from && to
          ? t('sweep-range', { from: day(from, clock.zone, clock.now), to: day(to, clock.zone, clock.now) })
          : sweep.state === 'whole' && t('sweep-all')}
      </td>
      {[same, missing, different, extra].map((count, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- four columns, always in this order
        <td key={index} className={classes.more}>
          {count}
        </td>
      ))}
    </tr>
  );
}

function Result({ sweep }: { sweep: SourceSweep }) {
  const { t } = useTranslation('events');
  const causeOf = useCause();
  const { state, causeKey, skipped, missing, different, extra } = sweep;
  if (state === 'running') return <>{t('sweep-going-on')}</>;
  if (state === 'stopped')
    return (
      <>
        {t('sweep-stopped')}
        {causeKey && <p className={classes.why}>{causeOf(causeKey)}</p>}
      </>
    );
  return (
    <>
      {t('differences', { count: (missing ?? 0) + (different ?? 0) + (extra ?? 0) })}
      {skipped > 0 && <p className={classes.why}>{t('sweep-skipped', { count: skipped })}</p>}
    </>
  );
}
