import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import history from '@/features/leads/History.module.css';
import type { Clock } from '@/features/leads/sentences';
import { useStaff } from '@/features/leads/staff';
import { type Viewing, viewingsQuery } from '@/features/leads/viewings';
import { moment } from '@/lib/moments';
import { Failure } from '@/ui/Failure';
import { Moment } from '@/ui/Moment';
import { useDelay } from '@/ui/useDelay';

/** One row for a day, an account and a part, newest first. */
export function ViewingList({ personId, clock }: { personId: string; clock: Clock }) {
  const { t } = useTranslation('leads');
  const words = useProblemWords();
  const { data, error, isPending, isFetching, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(
    viewingsQuery(personId),
  );
  const isNoticeable = useDelay(150);
  if (isPending)
    return (
      <p role="status" className={history.none}>
        {isNoticeable && t('viewings-looking')}
      </p>
    );
  return (
    <>
      {error && <Failure {...words(error)} onRetry={() => void refetch()} />}
      <ul className={history.list} aria-busy={isFetching}>
        {data?.pages
          .flatMap((page) => page.items)
          .map((viewing) => (
            <li key={`${viewing.accountId} ${viewing.part} ${viewing.lastAt}`} className={history.entry}>
              <ViewingWords viewing={viewing} clock={clock} />
            </li>
          ))}
      </ul>
      {hasNextPage && (
        <button type="button" className={history.quiet} onClick={() => void fetchNextPage()}>
          {t('viewings-older')}
        </button>
      )}
    </>
  );
}

/** "Rob, admin: the list, 3 times" and from when to when. */
function ViewingWords({ viewing, clock }: { viewing: Viewing; clock: Clock }) {
  const { t, i18n } = useTranslation('leads');
  const { staff } = useStaff();
  const isYou = staff.some((each) => each.you && each.id === viewing.accountId);
  const who = isYou ? t('viewings-you') : (viewing.name ?? t('a-colleague'));
  const role = i18n.exists(`leads:viewings-role-${viewing.role}`)
    ? t(`viewings-role-${viewing.role}`)
    : viewing.role;
  const { zone, now } = clock;
  return (
    <>
      <span className={history.words}>
        {t('viewings-who', { who, role, part: t(`viewings-part-${viewing.part}`) })}
        {viewing.times > 1 && `, ${t('viewings-times', { count: viewing.times })}`}
      </span>
      <span className={history.what}>
        {viewing.times > 1 && `${moment(viewing.firstAt, zone, now)} ${t('viewings-to')} `}
        <Moment at={viewing.lastAt} {...clock} />
      </span>
    </>
  );
}
