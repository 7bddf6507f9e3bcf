import { useTranslation } from 'react-i18next';

import classes from '@/features/leads/History.module.css';
import type { LeadDetail } from '@/features/leads/leads';
import { OutcomeWords } from '@/features/leads/OutcomeWords';
import type { Clock } from '@/features/leads/sentences';

export function OutcomeHistory({ outcomes, clock }: { outcomes: LeadDetail['outcomes']; clock: Clock }) {
  const { t } = useTranslation('leads');
  return (
    <section aria-labelledby="outcomes" className={classes.section}>
      <h3 id="outcomes" className={classes.title}>
        {t('outcome-history')}
      </h3>
      {outcomes.length === 0 && <p className={classes.none}>{t('no-outcomes')}</p>}
      <ul className={classes.list}>
        {outcomes.map((outcome) => (
          <li key={outcome.id} className={classes.entry}>
            <span className={classes.words} data-undone={outcome.undone || undefined}>
              <OutcomeWords outcome={outcome} clock={clock} />
            </span>
            {outcome.note && <span className={classes.more}>{outcome.note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
