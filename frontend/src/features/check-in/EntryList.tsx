import { useTranslation } from 'react-i18next';

import type { CheckIn } from '@/features/check-in/checkIns';
import classes from '@/features/check-in/CheckIn.module.css';
import { EntryActs } from '@/features/check-in/EntryActs';
import { Moment } from '@/ui/Moment';

interface EntryListProps {
  items: readonly CheckIn[];
  zone: string;
  now: number;
}

/** The chart's twin in words, the newest first; what is not settled yet can be changed. */
export function EntryList({ items, zone, now }: EntryListProps) {
  const { t } = useTranslation('check-in');
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{t('table')}</h2>
      <ul className={classes.entries}>
        {items.map((item) => (
          <li key={item.id} className={classes.entry}>
            <div className={classes.what}>
              <Moment at={item.at} zone={zone} now={now} />
              <span>
                {t('your-answer', { answer: item.answer })}
                {item.changed && ` (${t('changed')})`}
              </span>
            </div>
            {item.note && <p className={classes.said}>{item.note}</p>}
            {item.changeableUntil && Date.parse(item.changeableUntil) > now && (
              <EntryActs item={item} zone={zone} now={now} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
