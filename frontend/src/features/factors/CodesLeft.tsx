import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { FactorTask } from '@/features/factors/FactorDialog';
import classes from '@/features/factors/OwnFactors.module.css';
import { Note } from '@/ui/Note';

const FEW = 3;

/** How many recovery codes there still are, with a warning while there is something left to do about it. */
export function CodesLeft({ left, onTask }: { left: number; onTask: (task: FactorTask) => void }) {
  const { t } = useTranslation('security');
  const count = t('codes-left', { count: left });
  return (
    <section className={classes.part} aria-labelledby="codes">
      <h2 id="codes">{t('codes')}</h2>
      {left <= FEW ? (
        <Note tone="warn">
          {count} {t('codes-few')}
        </Note>
      ) : (
        <p>
          {count} {t('codes-what')}
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => onTask({ kind: 'codes' })}>
          {t('new-codes')}
        </Button>
      </div>
    </section>
  );
}
