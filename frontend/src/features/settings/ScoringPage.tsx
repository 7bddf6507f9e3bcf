import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { LookbackPane } from '@/features/settings/LookbackPane';
import { PublishForm } from '@/features/settings/PublishForm';
import { RuleTable } from '@/features/settings/RuleTable';
import { areSame, faultOf, type RuleWeight, type Scoring, scoringQuery } from '@/features/settings/scoring';
import classes from '@/features/settings/Settings.module.css';
import { useLookback } from '@/features/settings/useLookback';
import { VersionList } from '@/features/settings/VersionList';
import { Failure } from '@/ui/Failure';
import { Note } from '@/ui/Note';
import { RowsLoading } from '@/ui/RowsLoading';
import { Unopened } from '@/ui/Unopened';

interface ScoringPageProps {
  whoIs: (id: string) => string;
}

/** What the rules count for: a draft beside what it would mean, published with a word on why. */
export function ScoringPage({ whoIs }: ScoringPageProps) {
  const { t } = useTranslation(['settings', 'app']);
  const problem = useProblemWords();
  const { data, error, isPending, refetch } = useQuery(scoringQuery);
  return (
    <div className={classes.page}>
      <title>{`${t('scoring')} · ${t('app:brand')}`}</title>
      <h1>{t('scoring')}</h1>
      <p className={classes.intro}>{t('scoring-intro')}</p>
      {error && <Failure {...problem(error)} onRetry={() => void refetch()} />}
      {isPending && (
        <RowsLoading isStopped={false} onCancel={() => undefined} onRetry={() => void refetch()} />
      )}
      <Unopened unopened={data?.unopened} />
      {data && <Draft key={data.version} scoring={data} whoIs={whoIs} />}
    </div>
  );
}

/** Kept while somebody looks at another page, until the version it is about is no longer the one that holds. */
let kept: { version: number; rules: readonly RuleWeight[] } | null = null;

function Draft({ scoring, whoIs }: ScoringPageProps & { scoring: Scoring }) {
  const { t } = useTranslation('settings');
  const { version, rules: holding, versions } = scoring;
  const [draft, setDraft] = useState(() => (kept?.version === version ? kept.rules : holding));
  const change = (rules: readonly RuleWeight[]) => {
    kept = { version, rules };
    setDraft(rules);
  };
  const starting = versions.at(-1)?.rules ?? holding;
  const isSound = draft.every((rule, index) => !faultOf(rule, starting[index] ?? rule));
  const isChanged = !areSame(draft, holding);
  const lookback = useLookback(version, draft, isSound);
  const heldOnce = versions.find((each) => each.version < version && areSame(each.rules, draft));
  return (
    <>
      <div className={classes.beside}>
        <RuleTable
          rules={draft}
          holding={holding}
          starting={starting}
          records={lookback.found?.rules}
          contacts={lookback.found?.contacts}
          onChange={change}
        />
        <div>
          <LookbackPane lookback={lookback} version={version} isChanged={isChanged} />
          {isChanged ? (
            <PublishForm
              key={heldOnce?.version}
              version={version}
              rules={draft}
              isSound={isSound}
              lookback={lookback}
              heldOnce={heldOnce?.version}
              onDrop={() => change(holding)}
            />
          ) : (
            <Note tone="info">{t('no-draft', { version })}</Note>
          )}
        </div>
      </div>
      <VersionList versions={versions} holding={version} whoIs={whoIs} onTake={change} />
    </>
  );
}
