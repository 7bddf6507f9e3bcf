import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { type ProblemWords, useProblemWords } from '@/api/errors';
import {
  type Chains,
  chainsQuery,
  startVerification,
  testTheChecker,
  verificationQuery,
} from '@/features/audit/audit';
import classes from '@/features/audit/ChainPanel.module.css';
import { ChainStatus } from '@/features/audit/ChainStatus';
import { CheckerResult } from '@/features/audit/CheckerResult';
import { VerificationResult } from '@/features/audit/VerificationResult';
import { Failure } from '@/ui/Failure';

interface ChainPanelProps {
  chains: Chains | undefined;
  failure: ProblemWords | undefined;
  zone: string;
  /** When the chains were last asked for: near enough to know this year from another. */
  now: number;
}

/** How the chains stand, and the two ways to find out whether to believe it. */
export function ChainPanel({ chains, failure, zone, now }: ChainPanelProps) {
  const { t } = useTranslation('audit');
  const words = useProblemWords();
  const client = useQueryClient();
  const starting = useMutation({ mutationFn: startVerification });
  const testing = useMutation({ mutationFn: testTheChecker });
  const id = starting.data?.id ?? chains?.running?.id;
  const asked = useQuery(verificationQuery(id));
  const verification = asked.data ?? starting.data ?? chains?.running ?? undefined;
  const isRunning = starting.isPending || (verification?.state === 'running' && !asked.isError);
  const state = verification?.state;
  useEffect(() => {
    if (state && state !== 'running') void client.invalidateQueries(chainsQuery);
  }, [client, state]);
  const error = starting.error ?? testing.error ?? asked.error;
  return (
    <section aria-labelledby="chain" className={classes.panel}>
      <h2 id="chain" className={classes.title}>
        {t('chain')}
      </h2>
      {failure && <Failure {...failure} onRetry={() => void client.refetchQueries(chainsQuery)} />}
      {chains && <ChainStatus chains={chains} zone={zone} now={now} />}
      <div className={classes.acts}>
        <Button onClick={() => starting.mutate()} disabled={isRunning}>
          {t(isRunning ? 'verifying' : 'verify')}
        </Button>
        <Button variant="default" onClick={() => testing.mutate()} loading={testing.isPending}>
          {t('test-the-checker')}
        </Button>
      </div>
      {error && <Failure {...words(error)} />}
      <div role="status">
        {verification && !asked.isError && (
          <VerificationResult verification={verification} zone={zone} now={now} />
        )}
        {testing.data && <CheckerResult test={testing.data} />}
      </div>
    </section>
  );
}
