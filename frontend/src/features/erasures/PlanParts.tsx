import { useTranslation } from 'react-i18next';

import { CountList } from '@/features/erasures/CountList';
import type { Plan } from '@/features/erasures/erasures';
import classes from '@/features/erasures/Erasures.module.css';
import { Note } from '@/ui/Note';

/** What goes, what stays and why, and what other companies hold until somebody removes it there. */
export function PlanParts({ plan }: { plan: Plan }) {
  const { t } = useTranslation('erasures');
  return (
    <>
      <section aria-labelledby="goes" className={classes.part}>
        <h2 id="goes">{t('goes')}</h2>
        <p>{t('goes-means')}</p>
        {plan.authAway && <Note tone="warn">{t('auth-away')}</Note>}
        <CountList counts={plan.goes} />
      </section>
      <section aria-labelledby="keeps" className={classes.part}>
        <h2 id="keeps">{t('keeps')}</h2>
        <ul className={classes.counts}>
          {plan.keeps.map(({ kind, count, duty }) => (
            <li key={kind}>
              <span>{t(`keeps-${kind}`)}</span>
              <span className={classes.number}>{count}</span>
              <span className={classes.why}>{t(`duty-${duty}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="elsewhere" className={classes.part}>
        <h2 id="elsewhere">{t('elsewhere')}</h2>
        {plan.elsewhere.length === 0 ? (
          <p>{t('elsewhere-none')}</p>
        ) : (
          <>
            <p>{t('elsewhere-means')}</p>
            <ul className={classes.counts}>
              {plan.elsewhere.map(({ source, kind, count, url }) => (
                <li key={url}>
                  <span>{t(`there-${kind}`, { count })}</span>
                  <a href={url} target="_blank" rel="noreferrer">
                    {t(`to-${source}`)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  );
}
