import { useMutation, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { isRotating, type Key, type Owner, rotate } from '@/features/keys/keys';
import { KeyRow } from '@/features/keys/KeyRow';
import classes from '@/features/keys/KeysPage.module.css';
import { Failure } from '@/ui/Failure';
import { RowsLoading } from '@/ui/RowsLoading';

interface KeyGroupProps {
  owner: Owner;
  keys: UseQueryResult<{ items: readonly Key[] }>;
  zone: string;
}

/** The keys of one program: it answers or fails by itself, whatever the other does. */
export function KeyGroup({ owner, keys, zone }: KeyGroupProps) {
  const { t } = useTranslation('keys');
  const words = useProblemWords();
  const client = useQueryClient();
  const starting = useMutation({
    mutationFn: (purpose: string) => rotate(owner, purpose),
    // Refused too: another may have started one meanwhile.
    onSettled: () => keys.refetch(),
  });
  const items = keys.data?.items;
  const rotating = items?.find(isRotating);
  return (
    <section aria-labelledby={owner} className={classes.group}>
      <h2 id={owner} className={classes.title}>
        {t(`${owner}.title`)}
      </h2>
      {keys.error && <Failure {...words(keys.error)} onRetry={() => void keys.refetch()} />}
      {starting.error && <Failure {...words(starting.error)} />}
      {!items && !keys.error && (
        <RowsLoading
          isStopped={keys.fetchStatus === 'idle'}
          onCancel={() => void client.cancelQueries({ queryKey: ['keys', owner] })}
          onRetry={() => void keys.refetch()}
        />
      )}
      {items?.length === 0 && <p>{t('empty')}</p>}
      {items && items.length > 0 && (
        <ul className={classes.list}>
          {items.map((key) => (
            <KeyRow
              key={key.purpose}
              owner={owner}
              shown={key}
              zone={zone}
              now={keys.dataUpdatedAt}
              isStarting={starting.isPending && starting.variables === key.purpose}
              isOtherRotating={rotating !== undefined && rotating.purpose !== key.purpose}
              onRotate={() => starting.mutate(key.purpose)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
