import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { MATCHES_KEY, recordsQuery, splitOff } from '@/features/people/people';
import classes from '@/features/people/People.module.css';
import { RecordFacts } from '@/features/people/RecordFacts';
import { Failure } from '@/ui/Failure';
import { Unopened } from '@/ui/Unopened';
import { VisuallyHidden } from '@/ui/VisuallyHidden';

/** The records a person is made of; each may turn out to be someone else's. Opening it is a logged view. */
export function RecordList({ personId, label }: { personId: string; label: string }) {
  const { t } = useTranslation(['people', 'common']);
  const words = useProblemWords();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(recordsQuery(personId));
  const [asking, setAsking] = useState<string | null>(null);
  const splitting = useMutation({
    mutationFn: (record: string) => splitOff(personId, record),
    gcTime: 0,
    onSettled: async () => {
      setAsking(null);
      await client.invalidateQueries({ queryKey: ['people'] });
      await client.invalidateQueries({ queryKey: MATCHES_KEY });
    },
  });
  if (error) return <Failure {...words(error)} onRetry={() => void refetch()} />;
  if (!data) return <p role="status">{t('common:loading')}</p>;
  const clock = { zone: data.zone, now: Date.parse(data.asOf) };
  return (
    <section aria-label={label}>
      <Unopened unopened={data.unopened} />
      {splitting.error && <Failure {...words(splitting.error)} />}
      <ul className={classes.records}>
        {data.items.map((record) => (
          <li key={record.id} className={classes.record}>
            <RecordFacts record={record} clock={clock} />
            {data.items.length > 1 && asking !== record.id && (
              <Button variant="default" size="compact-sm" onClick={() => setAsking(record.id)}>
                {t('split')}
                <VisuallyHidden>
                  : {t(`source-${record.source}`, { defaultValue: record.source })}
                </VisuallyHidden>
              </Button>
            )}
            {asking === record.id && (
              <div className={classes.sure} role="group" aria-label={t('split')}>
                <p>{t('split-sure')}</p>
                <Button
                  size="compact-sm"
                  data-autofocus
                  loading={splitting.isPending}
                  onClick={() => splitting.mutate(record.id)}
                >
                  {t('split-do')}
                </Button>
                <Button variant="default" size="compact-sm" onClick={() => setAsking(null)}>
                  {t('cancel')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {data.items.length === 1 && <p className={classes.more}>{t('only-record')}</p>}
    </section>
  );
}
