import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { AskForm } from '@/features/erasures/AskForm';
import { planQuery, type Receipt } from '@/features/erasures/erasures';
import classes from '@/features/erasures/Erasures.module.css';
import { PlanParts } from '@/features/erasures/PlanParts';
import { ReceiptShown } from '@/features/erasures/ReceiptShown';
import { WaitingErasure } from '@/features/erasures/WaitingErasure';
import { paths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { Note } from '@/ui/Note';
import { usePrivacy } from '@/ui/Privacy';
import { RowsLoading } from '@/ui/RowsLoading';

interface ErasurePageProps {
  personId: string;
  whoIs: (id: string) => string;
}

/** What erasing somebody means, before anybody asks for it and again before anybody approves it. */
export function ErasurePage({ personId, whoIs }: ErasurePageProps) {
  const { t } = useTranslation(['erasures', 'app']);
  const words = useProblemWords();
  const client = useQueryClient();
  const { mode } = usePrivacy();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const plan = useQuery({ ...planQuery(personId), enabled: receipt === null });
  const shown = plan.data;
  const clock = { zone: shown?.zone ?? 'UTC', now: shown?.receivedAt ?? 0 };
  const name = mode === 'names' ? shown?.name : undefined;
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      <header className={classes.part}>
        <h1>{receipt ? t('erased-title') : name ? t('title-of', { name }) : t('title')}</h1>
        {!receipt && (
          <Link to={paths.person} params={{ personId }}>
            {t('back')}
          </Link>
        )}
      </header>
      {receipt && <ReceiptShown receipt={receipt} clock={clock} whoIs={whoIs} />}
      {!receipt && plan.error && <Failure {...words(plan.error)} onRetry={() => void plan.refetch()} />}
      {!receipt && plan.isPending && (
        <RowsLoading
          isStopped={plan.fetchStatus === 'idle'}
          onCancel={() => void client.cancelQueries({ queryKey: planQuery(personId).queryKey })}
          onRetry={() => void plan.refetch()}
        />
      )}
      {!receipt && shown && (
        <>
          {shown.wishedAt && <Note tone="info">{t('wished', { at: shown.wishedAt, ...clock })}</Note>}
          {shown.ahead > 0 && <Note tone="warn">{t('ahead', { count: shown.ahead })}</Note>}
          {shown.waiting && (
            <WaitingErasure
              waiting={shown.waiting}
              plan={shown.plan}
              clock={clock}
              whoIs={whoIs}
              onDone={setReceipt}
            />
          )}
          <PlanParts plan={shown} />
          {!shown.waiting && <AskForm personId={personId} plan={shown.plan} wished={!!shown.wishedAt} />}
        </>
      )}
    </div>
  );
}
