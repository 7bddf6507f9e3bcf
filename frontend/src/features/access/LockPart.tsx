import { useTranslation } from 'react-i18next';

import { acts, type Person } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import type { Clock } from '@/features/access/clock';
import { Confirmed } from '@/features/access/Confirmed';
import { useAct } from '@/features/access/useAct';

/** Keeps somebody out, or lets them in again. */
export function LockPart({ person, clock }: { person: Person; clock: Clock }) {
  const { t } = useTranslation('access');
  const { id, lockedAt } = person;
  const word = lockedAt ? 'unlock' : 'lock';
  const act = useAct(() => acts[word](id));
  return (
    <section className={classes.part}>
      <h3>{t('lock-title')}</h3>
      {lockedAt && <p>{t('locked-since', { at: lockedAt, ...clock })}</p>}
      <Confirmed
        label={t(word)}
        consequence={t(`${word}-means`)}
        confirm={t(word)}
        isRunning={act.isRunning}
        failure={act.failure}
        onConfirm={() => act.run()}
      />
    </section>
  );
}
