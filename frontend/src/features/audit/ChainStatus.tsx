import { useTranslation } from 'react-i18next';

import type { Chains } from '@/features/audit/audit';
import classes from '@/features/audit/ChainStatus.module.css';
import { Moment } from '@/ui/Moment';

/** Last check, span, count, and how far signed anchors reach; the key to compare an export's with. */
export function ChainStatus({ chains, zone, now }: { chains: Chains; zone: string; now: number }) {
  const { t } = useTranslation('audit');
  const last = chains.lastVerified;
  return (
    <div className={classes.status}>
      <p>
        {last ? (
          <>
            {t(`last-${last.state}`, { count: last.checked })}{' '}
            <Moment at={last.startedAt} zone={zone} now={now} />
          </>
        ) : (
          t('never-verified')
        )}
      </p>
      <ul className={classes.chains}>
        {chains.chains.map((chain) => (
          <li key={chain.chain}>
            {t(`chain-${chain.chain}`, { count: chain.entries })}
            {chain.from && (
              <>
                {' '}
                {t('since')} <Moment at={chain.from} zone={zone} now={now} />
              </>
            )}
            {chain.anchoredAt && (
              <>
                {'; '}
                {t('anchored', { number: chain.anchored })}{' '}
                <Moment at={chain.anchoredAt} zone={zone} now={now} />
              </>
            )}
            {chain.shippedAt && (
              <>
                {'; '}
                {t('shipped', { number: chain.shipped })}{' '}
                <Moment at={chain.shippedAt} zone={zone} now={now} />
                {chain.shipped < chain.entries &&
                  `, ${t('behind', { count: chain.entries - chain.shipped })}`}
              </>
            )}
            {chain.shipping && !chain.shippedAt && `; ${t('not-shipped')}`}
            <span className={classes.key}>
              {t('key')} <code>{chain.keyFingerprint}</code>
            </span>
          </li>
        ))}
      </ul>
      {chains.chains.length < 2 && <p className={classes.missing}>{t('auth-away')}</p>}
    </div>
  );
}
