import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { ApiProblem } from '@/api/problem';
import { MatchCard } from '@/features/people/MatchCard';
import {
  decide,
  type Match,
  MATCHES_KEY,
  matchesQuery,
  type Verdict,
  type View,
} from '@/features/people/people';
import classes from '@/features/people/People.module.css';
import { useShownName } from '@/features/people/useShownName';
import { paths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { Note } from '@/ui/Note';
import { RowsLoading } from '@/ui/RowsLoading';
import { Unopened } from '@/ui/Unopened';

const VIEWS: readonly View[] = ['waiting', 'decided'];

/** The pairs nobody has settled, or those somebody has; nothing changes on the page before the server has said so. */
export function MatchesPage() {
  const { t } = useTranslation(['people', 'app']);
  const words = useProblemWords();
  const client = useQueryClient();
  const view: View = useSearch({ strict: false }).view === 'decided' ? 'decided' : 'waiting';
  const query = matchesQuery(view);
  const pairs = useInfiniteQuery(query);
  const { deciding, said, list } = useDeciding();
  const newest = pairs.data?.pages[0];
  const clock = { zone: newest?.zone ?? 'UTC', now: newest ? Date.parse(newest.asOf) : 0 };
  const items = pairs.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={classes.page}>
      <title>{`${t('matches-title')} · ${t('app:brand')}`}</title>
      <header className={classes.header}>
        <h1>{t('matches-title')}</h1>
        <Link to={paths.people}>{t('back')}</Link>
      </header>
      <p className={classes.intro}>{t('matches-intro')}</p>
      <Views view={view} />
      <p role="status" className={classes.said}>
        {said}
      </p>
      {deciding.error && <Refused error={deciding.error} />}
      {pairs.error && <Failure {...words(pairs.error)} onRetry={() => void pairs.refetch()} />}
      {!pairs.data && !pairs.error && (
        <RowsLoading
          isStopped={pairs.fetchStatus === 'idle'}
          onCancel={() => void client.cancelQueries({ queryKey: query.queryKey })}
          onRetry={() => void pairs.refetch()}
        />
      )}
      <Unopened unopened={pairs.data?.pages.find((page) => page.unopened)?.unopened} />
      {pairs.data && items.length === 0 && (
        <p className={classes.empty} role="status">
          {t(view === 'waiting' ? 'no-waiting' : 'no-decided')}
        </p>
      )}
      <ul className={classes.list} aria-label={t('pairs')} ref={list} tabIndex={-1}>
        {items.map((match) => (
          <MatchCard
            key={match.id}
            match={match}
            clock={clock}
            isDeciding={deciding.isPending && deciding.variables.match.id === match.id}
            onDecide={(verdict) => deciding.mutate({ match, verdict })}
          />
        ))}
      </ul>
      {pairs.hasNextPage && (
        <Button variant="default" onClick={() => void pairs.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function useDeciding() {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const shown = useShownName();
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const deciding = useMutation({
    mutationFn: ({ match, verdict }: { match: Match; verdict: Verdict }) => decide(match, verdict),
    gcTime: 0,
    onSuccess: (_, { match, verdict }) => {
      const pair = t('pair', { one: shown(match.one.name), other: shown(match.other.name) });
      setSaid(t(`done-${verdict}`, { pair }));
      // The pair may leave the page; whoever works by keyboard goes on from the list.
      list.current?.focus();
    },
    onError: () => setSaid(''),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: MATCHES_KEY });
      await client.invalidateQueries({ queryKey: ['people'] });
      await client.invalidateQueries({ queryKey: ['leads'] });
    },
  });
  return { deciding, said, list };
}

function Refused({ error }: { error: Error }) {
  const { t } = useTranslation('people');
  const words = useProblemWords();
  const code = error instanceof ApiProblem ? error.code : '';
  if (code === 'decided-meanwhile') return <Note tone="warn">{t('clash')}</Note>;
  if (code === 'still-together') return <Note tone="warn">{t('still-together')}</Note>;
  return <Failure {...words(error)} />;
}

function Views({ view }: { view: View }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  return (
    <div role="group" aria-label={t('view')} className={classes.views}>
      {VIEWS.map((each) => (
        <Button
          key={each}
          variant={each === view ? 'light' : 'default'}
          aria-pressed={each === view}
          onClick={() =>
            void navigate({ to: paths.matches, search: each === 'decided' ? { view: each } : {} })
          }
        >
          {t(`view-${each}`)}
        </Button>
      ))}
    </div>
  );
}
