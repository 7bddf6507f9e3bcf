import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { everybodyQuery, foundQuery, matchesQuery } from '@/features/people/people';
import classes from '@/features/people/People.module.css';
import { PeopleList } from '@/features/people/PeopleList';
import { paths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { RowsLoading } from '@/ui/RowsLoading';
import { Unopened } from '@/ui/Unopened';

const TYPED_AFTER_MS = 250;
const LONG_ENOUGH = 2;

/** Anyone, found or looked through, and the way to the pairs that wait for a decision. */
export function PeoplePage() {
  const { t } = useTranslation(['people', 'app']);
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text.trim(), TYPED_AFTER_MS);
  const waiting = useInfiniteQuery(matchesQuery('waiting')).data?.pages[0]?.waiting;
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      <header className={classes.header}>
        <h1>{t('title')}</h1>
        <Link to={paths.matches}>{waiting ? t('matches-waiting', { count: waiting }) : t('matches')}</Link>
      </header>
      <p className={classes.intro}>{t('intro')}</p>
      <TextInput
        type="search"
        label={t('search')}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
        className={classes.search ?? ''}
      />
      {typed.length >= LONG_ENOUGH ? <Found text={typed} onClear={() => setText('')} /> : <Everybody />}
    </div>
  );
}

function Found({ text, onClear }: { text: string; onClear: () => void }) {
  const { t } = useTranslation(['people', 'common']);
  const words = useProblemWords();
  const { data, error, refetch } = useQuery(foundQuery(text));
  if (error) return <Failure {...words(error)} onRetry={() => void refetch()} />;
  if (!data) return <p role="status">{t('common:loading')}</p>;
  if (data.hits.length === 0)
    return (
      <div className={classes.empty} role="status">
        <h2>{t('none-title')}</h2>
        <p>{t('none')}</p>
        <Button variant="default" onClick={onClear}>
          {t('clear')}
        </Button>
      </div>
    );
  return (
    <>
      <Unopened unopened={data.unopened} />
      <PeopleList hits={data.hits} label={t('found')} />
      {data.more && <p role="status">{t('typing-more')}</p>}
    </>
  );
}

function Everybody() {
  const { t } = useTranslation('people');
  const words = useProblemWords();
  const client = useQueryClient();
  const { data, error, fetchStatus, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(everybodyQuery);
  const hits = data?.pages.flatMap((page) => page.hits) ?? [];
  return (
    <>
      {error && <Failure {...words(error)} onRetry={() => void refetch()} />}
      {!data && !error && (
        <RowsLoading
          isStopped={fetchStatus === 'idle'}
          onCancel={() => void client.cancelQueries({ queryKey: everybodyQuery.queryKey })}
          onRetry={() => void refetch()}
        />
      )}
      {data && hits.length === 0 && (
        <div className={classes.empty} role="status">
          <h2>{t('empty-title')}</h2>
          <p>{t('empty')}</p>
        </div>
      )}
      <Unopened unopened={data?.pages.find((page) => page.unopened)?.unopened} />
      {hits.length > 0 && <PeopleList hits={hits} label={t('list')} />}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
