import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { acts, type Card } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import type { Clock } from '@/features/access/clock';
import { Confirmed } from '@/features/access/Confirmed';
import { NewCard } from '@/features/access/NewCard';
import { useAct } from '@/features/access/useAct';
import { Note } from '@/ui/Note';

/** Whether there is a card in the safe, and a new one when there is none or it was lost. */
export function CardLine({ card, clock }: { card: Card | undefined; clock: Clock }) {
  const { t } = useTranslation('access');
  const [made, setMade] = useState<string | null>(null);
  const make = useAct(acts.makeCard, (result) => setMade(result.card));
  return (
    <section className={classes.section} aria-labelledby="access-card">
      <h2 id="access-card">{t('card')}</h2>
      {!card && <Note tone="warn">{t('card-missing')}</Note>}
      <div className={classes.card}>
        {card && <p>{t('card-made', { at: card.madeAt, ...clock })}</p>}
        {card ? (
          <Confirmed
            label={t('card-make-new')}
            consequence={t('card-make-means')}
            confirm={t('card-make-new')}
            isRunning={make.isRunning}
            failure={make.failure}
            onConfirm={() => make.run()}
          />
        ) : (
          <Button loading={make.isRunning} onClick={() => make.run()}>
            {t('card-make')}
          </Button>
        )}
      </div>
      <NewCard card={made} onClose={() => setMade(null)} />
    </section>
  );
}
