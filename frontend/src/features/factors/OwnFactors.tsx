import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { AddButtons } from '@/features/factors/AddButtons';
import { CodesLeft } from '@/features/factors/CodesLeft';
import { FactorDialog, type FactorTask } from '@/features/factors/FactorDialog';
import { FactorRow } from '@/features/factors/FactorRow';
import { type FactorList, factorsQuery } from '@/features/factors/factors';
import classes from '@/features/factors/OwnFactors.module.css';
import { Failure } from '@/ui/Failure';
import { RowsLoading } from '@/ui/RowsLoading';

/** A person's passkeys, app and recovery codes: what there is, and what can be done about each. */
export function OwnFactors() {
  const words = useProblemWords();
  const client = useQueryClient();
  const list = useQuery(factorsQuery);
  const retry = () => void list.refetch();
  return (
    <>
      {list.isError && <Failure {...words(list.error)} onRetry={retry} />}
      {list.data && <Listed list={list.data} now={list.dataUpdatedAt} />}
      {!list.data && !list.isError && (
        <RowsLoading
          isStopped={list.fetchStatus === 'idle'}
          onCancel={() => void client.cancelQueries({ queryKey: factorsQuery.queryKey })}
          onRetry={retry}
        />
      )}
    </>
  );
}

function Listed({ list, now }: { list: FactorList; now: number }) {
  const { t } = useTranslation('security');
  const [task, setTask] = useState<FactorTask | null>(null);
  const [done, setDone] = useState('');
  const begin = (next: FactorTask) => {
    setDone('');
    setTask(next);
  };
  const hasApp = list.factors.some(({ kind }) => kind === 'app');
  return (
    <>
      <section className={classes.part} aria-labelledby="how">
        <h2 id="how">{t('how')}</h2>
        <p role="status" className={classes.done}>
          {done}
        </p>
        <ul className={classes.list}>
          {list.factors.map((factor) => (
            <FactorRow key={factor.id} factor={factor} now={now} list={list} onTask={begin} />
          ))}
        </ul>
        <AddButtons hasApp={hasApp} onTask={begin} />
      </section>
      <CodesLeft left={list.recoveryCodesLeft} onTask={begin} />
      <section className={classes.part} aria-labelledby="password">
        <h2 id="password">{t('password')}</h2>
        <p>{t('password-what')}</p>
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => begin({ kind: 'password' })}>
            {t('change-password')}
          </Button>
        </div>
      </section>
      <FactorDialog
        task={task}
        hasApp={hasApp}
        onClose={(said = '') => {
          setTask(null);
          setDone(said);
        }}
      />
    </>
  );
}
