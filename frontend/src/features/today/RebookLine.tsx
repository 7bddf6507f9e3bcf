import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { Line } from '@/features/today/Line';
import { type Rebooks, rebooksQuery, summaryQuery } from '@/features/today/today';
import classes from '@/features/today/Today.module.css';
import { useName } from '@/features/today/useName';
import { moment } from '@/lib/moments';
import { paths } from '@/lib/paths';
import { usePracticeNow } from '@/ui/usePracticeNow';

/** Whom practitioners want to see again; gone once somebody was reached, or has booked. */
export function RebookLine() {
  const { t } = useTranslation('today');
  const query = useQuery(rebooksQuery);
  return (
    <Line title={t('rebook')} query={query}>
      {(page) => (page.items.length === 0 ? <p>{t('rebook-none')}</p> : <Items page={page} />)}
    </Line>
  );
}

function Items({ page }: { page: Rebooks }) {
  const { t } = useTranslation('today');
  const nameOf = useName();
  const now = usePracticeNow(page);
  const { data: list } = useQuery(summaryQuery);
  return (
    <ul className={classes.list}>
      {page.items.map((one) => (
        <li key={one.id} className={classes.item}>
          <p className={classes.head}>
            <span className={classes.name}>{nameOf(one)}</span>
          </p>
          <p className={classes.more}>
            {list && t('rebook-asked', { when: moment(one.at, list.zone, now) })}{' '}
            <Link
              to={paths.leads}
              search={{ person: one.personId }}
              aria-label={`${t('to-list')}: ${nameOf(one)}`}
            >
              {t('to-list')}
            </Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
