import { useTranslation } from 'react-i18next';

import type { ChainChecked, Verification } from '@/features/audit/audit';
import classes from '@/features/audit/VerificationResult.module.css';
import { moment } from '@/lib/moments';
import { Note } from '@/ui/Note';

interface VerificationResultProps {
  verification: Verification;
  zone: string;
  now: number;
}

/** How far a check has come, or what it came to. One that did not finish is never shown as a pass. */
export function VerificationResult({ verification, zone, now }: VerificationResultProps) {
  const { t } = useTranslation('audit');
  const { state, checked, total, chains } = verification;
  if (state === 'running') {
    return (
      <div className={classes.progress}>
        <progress value={checked} max={Math.max(total, checked, 1)} aria-label={t('progress')} />
        <span>{t('checked-of', { checked, total: Math.max(total, checked) })}</span>
      </div>
    );
  }
  if (state === 'not-finished') return <Note tone="warn">{t('not-finished')}</Note>;
  if (state === 'unbroken') return <Note tone="info">{t('unbroken', { count: checked })}</Note>;
  return (
    <>
      {chains
        .filter(({ broken }) => broken)
        .map((chain) => (
          <Note key={chain.chain} tone="bad">
            <Broken chain={chain} zone={zone} now={now} />
          </Note>
        ))}
    </>
  );
}

function Broken({ chain, zone, now }: { chain: ChainChecked; zone: string; now: number }) {
  const { t } = useTranslation('audit');
  const { broken } = chain;
  if (!broken) return null;
  const place = broken.until > broken.seq ? 'breaks-between' : 'breaks-at';
  return (
    <>
      {t(place, { chain: t(`name-${chain.chain}`), seq: broken.seq, until: broken.until })}
      {broken.at && `, ${moment(broken.at, zone, now)}`}
      {'. '}
      {t(`kind-${broken.kind}`)}
    </>
  );
}
