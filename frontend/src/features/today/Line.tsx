import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import classes from '@/features/today/Today.module.css';
import { Failure } from '@/ui/Failure';
import { useDelay } from '@/ui/useDelay';

interface LineProps<T> {
  title: string;
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}

/** One of Today's lines, with its own waiting and its own failing; what is old stays while it fails. */
export function Line<T>({ title, query, children }: LineProps<T>) {
  const { t } = useTranslation('today');
  const words = useProblemWords();
  const id = useId();
  const isNoticeable = useDelay(150);
  return (
    <section aria-labelledby={id} className={classes.line}>
      <h2 id={id}>{title}</h2>
      {query.error && <Failure {...words(query.error)} onRetry={() => void query.refetch()} />}
      {query.isPending && isNoticeable && <p role="status">{t('loading')}</p>}
      {query.data !== undefined && children(query.data)}
    </section>
  );
}
