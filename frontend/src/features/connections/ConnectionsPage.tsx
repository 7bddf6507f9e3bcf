import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { ConnectionLine } from '@/features/connections/ConnectionLine';
import { connectionsQuery } from '@/features/connections/connections';
import classes from '@/features/connections/ConnectionsPage.module.css';
import { moment, ownZone } from '@/lib/moments';
import { paths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { Note } from '@/ui/Note';
import { RowsLoading } from '@/ui/RowsLoading';

/** A run that should have begun this long ago did not: nobody is scheduling. */
const SILENT_MS = 3 * 60_000;

/** Where everything comes from, how far each has been read, and what to do where one is not well. */
export function ConnectionsPage() {
  const { t } = useTranslation(['connections', 'app']);
  const words = useProblemWords();
  const client = useQueryClient();
  const { data, error, fetchStatus, refetch } = useQuery(connectionsQuery);
  const clock = { zone: data?.zone ?? ownZone(), now: data ? Date.parse(data.asOf) : 0 };
  const overdue = data?.items
    .flatMap(({ nextRunAt, state }) => (nextRunAt && state !== 'running' ? [nextRunAt] : []))
    .find((next) => clock.now - Date.parse(next) > SILENT_MS);
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      <header className={classes.header}>
        <h1>{t('title')}</h1>
        <Link to={paths.compared}>{t('compared')}</Link>
      </header>
      <p className={classes.intro}>{t('intro')}</p>
      {error && <Failure {...words(error)} onRetry={() => void refetch()} />}
      {overdue && <Note tone="warn">{t('silent', { time: moment(overdue, clock.zone, clock.now) })}</Note>}
      {!data && !error && (
        <RowsLoading
          isStopped={fetchStatus === 'idle'}
          onCancel={() => void client.cancelQueries({ queryKey: connectionsQuery.queryKey })}
          onRetry={() => void refetch()}
        />
      )}
      {data && (
        <ul className={classes.list}>
          {data.items.map((connection) => (
            <ConnectionLine key={connection.source} connection={connection} clock={clock} />
          ))}
        </ul>
      )}
    </div>
  );
}
