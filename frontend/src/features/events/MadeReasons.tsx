import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { EventDetail } from '@/features/events/events';
import classes from '@/features/events/Facts.module.css';
import { useEventWords } from '@/features/events/useEventWords';
import { paths } from '@/lib/paths';
import { pointsWithTenth } from '@/lib/points';

/** What it did to the list: reasons by their kind, never a name. */
export function MadeReasons({ detail }: { detail: EventDetail }) {
  const { t } = useTranslation('events');
  const words = useEventWords();
  const { outcome } = detail;
  if (!outcome) return null;
  const { reasons, current, personId } = outcome;
  const none = current ? t('reasons-none') : t('reasons-overtaken-none');
  return (
    <section aria-labelledby="reasons" className={classes.section}>
      <h3 id="reasons" className={classes.title}>
        {t('reasons')}
      </h3>
      {reasons.length === 0 && <p className={classes.quiet}>{none}</p>}
      {reasons.length > 0 && !current && <p className={classes.note}>{t('reasons-overtaken')}</p>}
      <ul className={classes.list}>
        {reasons.map(({ rule, tenths, startsAt }) => (
          <li key={`${rule}-${startsAt}`}>
            <span>{words.rule(rule)}</span>
            <span className={classes.points}>{t('points', { points: pointsWithTenth(tenths) })}</span>
          </li>
        ))}
      </ul>
      <p className={classes.reveal}>
        <Link to={paths.leads} search={{ person: personId }}>
          {t('open-person')}
        </Link>
      </p>
    </section>
  );
}
