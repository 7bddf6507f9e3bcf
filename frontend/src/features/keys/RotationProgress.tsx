import { useTranslation } from 'react-i18next';

import type { Rotation } from '@/features/keys/keys';
import classes from '@/features/keys/KeysPage.module.css';
import { Moment } from '@/ui/Moment';
import { Note } from '@/ui/Note';

interface RotationProgressProps {
  rotation: Rotation;
  name: string;
  zone: string;
  now: number;
}

/** How far the newest rotation has come, or what it came to. */
export function RotationProgress({ rotation, name, zone, now }: RotationProgressProps) {
  const { t } = useTranslation('keys');
  const { finishedAt, rows, done, leftOut } = rotation;
  if (!finishedAt) {
    const total = Math.max(rows, done, 1);
    return (
      <div className={classes.bar}>
        <progress value={done} max={total} aria-label={t('progress', { name })} />
        <span>{t('done-of', { done, total })}</span>
        <span>{t('goes-on')}</span>
      </div>
    );
  }
  return (
    <>
      <p className={classes.since}>
        {t('rotated')} <Moment at={finishedAt} zone={zone} now={now} />
        {done > 0 && ` · ${t('made-anew', { count: done })}`}
      </p>
      {leftOut > 0 && <Note tone="warn">{t('left-out', { count: leftOut })}</Note>}
    </>
  );
}
