import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import classes from '@/features/me/Me.module.css';
import { askErasure, ERASURE_KEY, erasureQuery, withdrawErasure } from '@/features/me/own';
import { ownZone } from '@/lib/moments';
import { Failure } from '@/ui/Failure';
import { Note } from '@/ui/Note';

/** Asking the practice to erase one's record: it is decided there, and can be taken back until then. */
export function ErasurePart() {
  const { t } = useTranslation('me');
  const words = useProblemWords();
  const client = useQueryClient();
  const { data, error, refetch, dataUpdatedAt } = useQuery(erasureQuery);
  const [isSure, setSure] = useState(false);
  const act = useMutation({
    mutationFn: (wanted: boolean) => (wanted ? askErasure() : withdrawErasure()),
    onSuccess: async () => {
      setSure(false);
      await client.invalidateQueries({ queryKey: ERASURE_KEY });
    },
  });
  const clock = { zone: ownZone(), now: dataUpdatedAt };
  return (
    <section aria-labelledby="erasure" className={classes.part}>
      <h2 id="erasure">{t('erasure')}</h2>
      {error && <Failure {...words(error)} onRetry={() => void refetch()} />}
      {act.error && <Failure {...words(act.error)} />}
      {data?.askedAt && (
        <>
          <Note tone="info">{t('erasure-asked', { at: data.askedAt, ...clock })}</Note>
          <div>
            <Button variant="default" loading={act.isPending} onClick={() => act.mutate(false)}>
              {t('erasure-withdraw')}
            </Button>
          </div>
        </>
      )}
      {data && !data.askedAt && (
        <>
          <p className={classes.help}>{t(isSure ? 'erasure-sure' : 'erasure-help')}</p>
          <div className={classes.choices}>
            {isSure ? (
              <>
                <Button loading={act.isPending} onClick={() => act.mutate(true)}>
                  {t('erasure-ask-now')}
                </Button>
                <Button variant="subtle" onClick={() => setSure(false)}>
                  {t('common:cancel')}
                </Button>
              </>
            ) : (
              <Button variant="default" onClick={() => setSure(true)}>
                {t('erasure-ask')}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
