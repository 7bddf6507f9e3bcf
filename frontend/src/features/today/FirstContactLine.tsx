import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { NOBODY_YET, staffQuery } from '@/api/staff';
import { Line } from '@/features/today/Line';
import { type FirstContact, type FirstContacts, firstContactsQuery } from '@/features/today/today';
import classes from '@/features/today/Today.module.css';
import { useName } from '@/features/today/useName';
import { fullMoment, moment } from '@/lib/moments';
import { paths } from '@/lib/paths';
import { Unopened } from '@/ui/Unopened';
import { usePracticeNow } from '@/ui/usePracticeNow';

/** How long enquiries waited until somebody answered: each administrator's own median, and the newest ones. */
export function FirstContactLine() {
  const { t } = useTranslation('today');
  const query = useQuery(firstContactsQuery);
  const lasting = useLasting();
  const whoIs = useWho();
  return (
    <Line title={t('first-contact')} query={query}>
      {(page) => (
        <>
          <Unopened unopened={page.unopened} />
          {page.items.length === 0 ? (
            <p>{t('first-contact-none', { count: page.days })}</p>
          ) : (
            <p>{t('first-contact-waiting', { count: page.waiting })}</p>
          )}
          {page.medians.map(({ accountId, enquiries, minutes }) => (
            <p key={accountId}>
              {t('first-contact-median', { who: whoIs(accountId), time: lasting(minutes), count: enquiries })}
            </p>
          ))}
          {page.items.length > 0 && (
            <details>
              <summary>{t('first-contact-each')}</summary>
              <ul className={classes.list}>
                {page.items.map((one) => (
                  <li key={one.personId + one.enquiredAt} className={classes.item}>
                    <Words one={one} page={page} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </Line>
  );
}

interface WordsProps {
  one: FirstContact;
  page: FirstContacts;
}

function Words({ one, page }: WordsProps) {
  const { t } = useTranslation('today');
  const nameOf = useName();
  const lasting = useLasting();
  const now = usePracticeNow(page);
  const whoIs = useWho();
  return (
    <p>
      <Link to={paths.person} params={{ personId: one.personId }} className={classes.name}>
        {nameOf(one)}
      </Link>{' '}
      <time dateTime={one.enquiredAt} title={fullMoment(one.enquiredAt, page.zone)}>
        {moment(one.enquiredAt, page.zone, now)}
      </time>{' '}
      {one.minutes === undefined
        ? t('first-contact-not-yet')
        : t(one.by ? 'first-contact-by' : 'first-contact-there', {
            who: one.by && whoIs(one.by),
            time: lasting(one.minutes),
          })}
    </p>
  );
}

function useWho(): (id: string) => string {
  const { t } = useTranslation('today');
  const { staff } = useQuery(staffQuery).data ?? NOBODY_YET;
  return (id) => {
    const known = staff.find((each) => each.id === id);
    return known?.you ? t('you') : (known?.name ?? t('a-colleague'));
  };
}

const MINUTES_IN_HOUR = 60;
const MINUTES_IN_DAY = 1440;

/** Minutes up to two hours, hours up to two days, then days: nobody counts three weeks in minutes. */
function useLasting(): (minutes: number) => string {
  const { t } = useTranslation('today');
  return (minutes) => {
    if (minutes < 2 * MINUTES_IN_HOUR) return t('lasts-minutes', { count: minutes });
    if (minutes < 2 * MINUTES_IN_DAY)
      return t('lasts-hours', { count: Math.round(minutes / MINUTES_IN_HOUR) });
    return t('lasts-days', { count: Math.round(minutes / MINUTES_IN_DAY) });
  };
}
