import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { acts, type Erasure, erasuresQuery } from '@/features/erasures/erasures';
import classes from '@/features/erasures/Erasures.module.css';
import { useAct } from '@/features/erasures/useAct';
import { paths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { usePrivacy } from '@/ui/Privacy';
import { saveAsFile } from '@/ui/saveAsFile';

interface ErasureListProps {
  whoIs: (id: string) => string;
}

/** What waits to be decided about erasing people, and the receipts of those that were. */
export function ErasureList({ whoIs }: ErasureListProps) {
  const { t } = useTranslation('erasures');
  const words = useProblemWords();
  const { mode } = usePrivacy();
  const { data, error, refetch, dataUpdatedAt } = useQuery(erasuresQuery);
  const clock = { zone: data?.zone ?? 'UTC', now: dataUpdatedAt };
  const called = (name: string | undefined) => (mode === 'names' && name ? name : t('somebody'));
  const waiting = data?.items.filter(({ state }) => state === 'asked') ?? [];
  const done = data?.items.filter(({ state }) => state === 'done') ?? [];
  if (error) return <Failure {...words(error)} onRetry={() => void refetch()} />;
  if (!data || waiting.length + done.length + data.wishes.length === 0) return null;
  return (
    <section aria-labelledby="erasures" className={classes.part}>
      <h2 id="erasures">{t('erasures')}</h2>
      <ul className={classes.counts}>
        {data.wishes.map(({ personId, name, askedAt }) => (
          <li key={personId}>
            <span>{t('wish-of', { name: called(name), at: askedAt, ...clock })}</span>
            <Link to={paths.erasure} params={{ personId }}>
              {t('look')}
            </Link>
          </li>
        ))}
        {waiting.map((one) => (
          <li key={one.id}>
            <span>
              {t('waits-of', { name: called(one.name), by: whoIs(one.askedBy), at: one.askedAt, ...clock })}
            </span>
            <Link to={paths.erasure} params={{ personId: one.personId }}>
              {t('look')}
            </Link>
          </li>
        ))}
        {done.map((one) => (
          <Done key={one.id} erasure={one} clock={clock} />
        ))}
      </ul>
    </section>
  );
}

function Done({ erasure, clock }: { erasure: Erasure; clock: { zone: string; now: number } }) {
  const { t } = useTranslation('erasures');
  const receipt = useAct(
    () => acts.receipt(erasure.id),
    (held) => saveAsFile(`erasure-${held.id}.json`, `${JSON.stringify(held, null, 2)}\n`),
  );
  return (
    <li>
      <span>{t('done-at', { at: erasure.decidedAt, number: erasure.personId.slice(0, 8), ...clock })}</span>
      <button type="button" className={classes.save} onClick={() => receipt.run()}>
        {t('receipt-save')}
      </button>
      {receipt.failure && <Failure {...receipt.failure} />}
    </li>
  );
}
