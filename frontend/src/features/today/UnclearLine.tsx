import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { hasCode } from '@/api/problem';
import { Line } from '@/features/today/Line';
import {
  sayAttendance,
  type Unclear,
  UNCLEAR_KEY,
  type UnclearPage,
  unclearQuery,
} from '@/features/today/today';
import classes from '@/features/today/Today.module.css';
import { useName } from '@/features/today/useName';
import { moment } from '@/lib/moments';
import { paths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { Unopened } from '@/ui/Unopened';
import { usePracticeNow } from '@/ui/usePracticeNow';

/** Sessions of the last days of which nothing but a word of theirs can say whether somebody came. */
export function UnclearLine() {
  const { t } = useTranslation('today');
  const query = useQuery(unclearQuery);
  const client = useQueryClient();
  const words = useProblemWords();
  const saying = useMutation({
    mutationFn: ({ session, came }: { session: Unclear; came: boolean }) => sayAttendance(session, came),
    // Refused or not: what is shown is what holds now, with the version it holds by.
    onSettled: () => client.invalidateQueries({ queryKey: UNCLEAR_KEY }),
  });
  const say = (session: Unclear, came: boolean) => saying.mutate({ session, came });
  return (
    <Line title={t('unclear')} query={query}>
      {(page) => (
        <>
          <p role="status" className={classes.more}>
            {saying.isSuccess && t(saying.variables.came ? 'told-came' : 'told-missed')}
          </p>
          {saying.error && (
            <Failure
              {...(hasCode(saying.error, 'changed-under-you')
                ? { text: t('changed-meanwhile') }
                : words(saying.error))}
            />
          )}
          <Unopened unopened={page.unopened} />
          {page.items.length === 0 && <p>{t('unclear-none')}</p>}
          <ul className={classes.list}>
            {page.items.map((session) => (
              <li key={session.bookingId} className={classes.item}>
                <UnclearItem session={session} page={page} isBusy={saying.isPending} onSay={say} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Line>
  );
}

interface UnclearItemProps {
  session: Unclear;
  page: UnclearPage;
  isBusy: boolean;
  onSay: (session: Unclear, came: boolean) => void;
}

function UnclearItem({ session, page, isBusy, onSay }: UnclearItemProps) {
  const { t } = useTranslation('today');
  const nameOf = useName();
  const now = usePracticeNow(page);
  const name = nameOf(session);
  const when = moment(session.startsAt, page.zone, now);
  return (
    <>
      <p className={classes.head}>
        <Link to={paths.person} params={{ personId: session.personId }} className={classes.name}>
          {name}
        </Link>
        <span>{when}</span>
      </p>
      <p className={classes.more}>{t(`unclear-${session.state}`)}</p>
      <div className={classes.buttons}>
        {[true, false].map((came) => (
          <button
            key={String(came)}
            type="button"
            className={classes.say}
            disabled={isBusy}
            aria-label={t(came ? 'say-came-of' : 'say-missed-of', { name, when })}
            onClick={() => onSay(session, came)}
          >
            {t(came ? 'say-came' : 'say-missed')}
          </button>
        ))}
      </div>
    </>
  );
}
