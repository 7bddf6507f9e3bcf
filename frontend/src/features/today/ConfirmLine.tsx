import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { Line } from '@/features/today/Line';
import { confirmationsQuery, type Confirmations, type ToConfirm } from '@/features/today/today';
import classes from '@/features/today/Today.module.css';
import { useName } from '@/features/today/useName';
import { fullMoment, moment } from '@/lib/moments';
import { paths } from '@/lib/paths';
import { Unopened } from '@/ui/Unopened';
import { usePracticeNow } from '@/ui/usePracticeNow';

/** Sessions of the next days that are missed more often than others, each with what that rests on. */
export function ConfirmLine() {
  const { t } = useTranslation('today');
  const query = useQuery(confirmationsQuery);
  return (
    <Line title={t('confirm')} query={query}>
      {(page) => (
        <>
          <Unopened unopened={page.unopened} />
          {page.usualPercent === undefined ? (
            <p>{t('confirm-too-few', { known: page.known, needed: page.needed })}</p>
          ) : (
            page.items.length === 0 && <p>{t('confirm-none')}</p>
          )}
          {page.items.length > 0 && (
            <ul className={classes.list}>
              {page.items.map((one) => (
                <li key={one.bookingId} className={classes.item}>
                  <Words one={one} page={page} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Line>
  );
}

function Words({ one, page }: { one: ToConfirm; page: Confirmations }) {
  const { t } = useTranslation('today');
  const nameOf = useName();
  const now = usePracticeNow(page);
  const words = [
    t('confirm-ahead', { count: one.daysAhead }),
    one.earlier > 0 && t('confirm-history', { count: one.earlier, missed: one.missed }),
    t('confirm-chance', { chance: one.chancePercent, usual: page.usualPercent }),
  ];
  return (
    <>
      <p className={classes.head}>
        <time dateTime={one.startsAt} title={fullMoment(one.startsAt, page.zone)}>
          {moment(one.startsAt, page.zone, now)}
        </time>{' '}
        <Link to={paths.person} params={{ personId: one.personId }} className={classes.name}>
          {nameOf(one)}
        </Link>{' '}
        {one.practitioner && t('confirm-with', { name: one.practitioner })}
      </p>
      <p className={classes.more}>{words.filter(Boolean).join(' ')}</p>
    </>
  );
}
