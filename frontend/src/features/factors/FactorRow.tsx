import { Button } from '@mantine/core';
import { KeyRound, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { FactorTask } from '@/features/factors/FactorDialog';
import type { FactorList, OwnFactor } from '@/features/factors/factors';
import classes from '@/features/factors/OwnFactors.module.css';
import { useFactorName } from '@/features/factors/useFactorName';
import { ownZone } from '@/lib/moments';

interface FactorRowProps {
  factor: OwnFactor;
  now: number;
  list: FactorList;
  onTask: (task: FactorTask) => void;
}

export function FactorRow({ factor, now, list, onTask }: FactorRowProps) {
  const { t } = useTranslation('security');
  const name = useFactorName()(factor);
  const { kind, addedAt, lastUsedAt } = factor;
  const Icon = kind === 'app' ? Smartphone : KeyRound;
  const said = { zone: ownZone(), now };
  const isOnly = list.factors.length === 1;
  const why = isOnly ? t('only-one') : list.recoveryCodesLeft === 0 ? t('no-codes-no-remove') : null;
  return (
    <li className={classes.row}>
      <Icon size={20} aria-hidden className={classes.icon} />
      <div>
        <div className={classes.name}>{name}</div>
        <div className={classes.meta}>
          {kind === 'passkey' && `${t('passkey')} · `}
          {t('added', { at: addedAt, ...said })} ·{' '}
          {lastUsedAt ? t('used', { at: lastUsedAt, ...said }) : t('never-used')}
        </div>
        {why && <div className={classes.meta}>{why}</div>}
      </div>
      <div className={classes.acts}>
        {kind === 'app' ? (
          <Button variant="subtle" onClick={() => onTask({ kind: 'app' })}>
            {t('replace')}
          </Button>
        ) : (
          <Button
            variant="subtle"
            aria-label={t('rename-which', { name })}
            onClick={() => onTask({ kind: 'rename', factor })}
          >
            {t('rename')}
          </Button>
        )}
        {!why && (
          <Button
            variant="subtle"
            aria-label={t('remove-which', { name })}
            onClick={() => onTask({ kind: 'remove', factor })}
          >
            {t('remove')}
          </Button>
        )}
      </div>
    </li>
  );
}
