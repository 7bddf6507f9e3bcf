import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { isRotating, type Key, type Owner } from '@/features/keys/keys';
import classes from '@/features/keys/KeysPage.module.css';
import { RotationProgress } from '@/features/keys/RotationProgress';
import { Moment } from '@/ui/Moment';

interface KeyRowProps {
  owner: Owner;
  shown: Key;
  zone: string;
  /** When the keys were last asked for: near enough to know this year from another. */
  now: number;
  isStarting: boolean;
  isOtherRotating: boolean;
  onRotate: () => void;
}

/** One key: what it protects, since when, and how far another has come in taking its place. */
export function KeyRow({ owner, shown, zone, now, isStarting, isOtherRotating, onRotate }: KeyRowProps) {
  const { t } = useTranslation('keys');
  const why = useId();
  const name = t(`${owner}.${shown.purpose}.name`);
  const rotates = isRotating(shown);
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <h3 className={classes.name}>{name}</h3>
        <p>{t(`${owner}.${shown.purpose}.protects`)}</p>
        <p className={classes.since}>
          {t('since')} <Moment at={shown.since} zone={zone} now={now} /> · {t('id')}{' '}
          <code title={shown.id}>{shown.id.slice(0, 8)}</code>
        </p>
      </div>
      <div className={classes.act}>
        <Button
          variant="default"
          loading={isStarting}
          disabled={rotates || isOtherRotating}
          aria-label={t('rotate-which', { name })}
          aria-describedby={isOtherRotating ? why : undefined}
          onClick={onRotate}
        >
          {t('rotate')}
        </Button>
        {isOtherRotating && (
          <p id={why} className={classes.why}>
            {t('one-at-a-time')}
          </p>
        )}
      </div>
      <div role="status" className={classes.progress}>
        {shown.rotation && <RotationProgress rotation={shown.rotation} name={name} zone={zone} now={now} />}
      </div>
    </li>
  );
}
