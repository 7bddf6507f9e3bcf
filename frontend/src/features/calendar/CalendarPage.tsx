import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { useLive } from '@/api/live';
import { useSession } from '@/api/session';
import { calendarQuery } from '@/features/calendar/calendar';
import { CalendarBar } from '@/features/calendar/CalendarBar';
import { CalendarGrid } from '@/features/calendar/CalendarGrid';
import { CalendarList } from '@/features/calendar/CalendarList';
import classes from '@/features/calendar/CalendarPage.module.css';
import type { CalendarSearch } from '@/features/calendar/calendarSearch';
import { ConflictList } from '@/features/calendar/ConflictList';
import { GoogleStates } from '@/features/calendar/GoogleStates';
import { NothingBooked } from '@/features/calendar/NothingBooked';
import { dateOf, daysFrom, mondayOf } from '@/lib/days';
import { ownZone } from '@/lib/moments';
import { paths } from '@/lib/paths';
import { Failure } from '@/ui/Failure';
import { Note } from '@/ui/Note';
import { usePracticeNow } from '@/ui/usePracticeNow';

const route = getRouteApi('/staff/calendar');

/** A week of one practitioner or a day of all: what is booked, when Google says they are busy, and what does not fit. */
export function CalendarPage() {
  const { t } = useTranslation(['calendar', 'app']);
  const words = useProblemWords();
  const client = useQueryClient();
  const search = route.useSearch();
  const navigate = useNavigate();
  const change = (next: CalendarSearch) => void navigate({ to: paths.calendar, search: next, replace: true });
  const here = usePracticeNow(null);
  const isDay = search.view === 'day';
  const isWhoseOpen = !isDay && search.calendar === undefined;
  // Until an answer has said what day it is there and whose calendars there are, this browser's day is asked for.
  const { data: today } = useQuery({
    ...calendarQuery({ from: dateOf(here, ownZone()), days: 1 }),
    enabled: !search.date || isWhoseOpen,
  });
  const now = usePracticeNow(today);
  const date = search.date ?? dateOf(now, today?.zone ?? ownZone());
  const calendar = isDay ? undefined : (search.calendar ?? today?.choice[0]?.id);
  const { data, error, refetch } = useQuery({
    ...calendarQuery({ from: isDay ? date : mondayOf(date), days: isDay ? 1 : 7, calendar }),
    enabled: Boolean(today) || (Boolean(search.date) && !isWhoseOpen),
    placeholderData: (before) => before,
  });
  const shownNow = usePracticeNow(data ?? today);
  const isAdmin = useSession().account?.role === 'admin';
  const zone = data?.zone ?? today?.zone ?? ownZone();
  const days = daysFrom(isDay ? date : mondayOf(date), isDay ? 1 : 7, zone);
  const clock = { zone, now: shownNow };
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      {isAdmin && <Live onChange={() => void client.invalidateQueries({ queryKey: ['calendar'] })} />}
      <CalendarBar
        search={{ ...search, date }}
        choice={data?.choice ?? today?.choice ?? []}
        clock={clock}
        today={dateOf(shownNow, zone)}
        calendar={calendar}
        onChange={change}
      />
      {isAdmin && (
        <p>
          <Link to={paths.hours}>{t('working-hours')}</Link>
        </p>
      )}
      {error && <Failure {...words(error)} onRetry={() => void refetch()} />}
      {data && error && <Note tone="warn">{t('old-shown')}</Note>}
      {data && <GoogleStates answer={data} clock={clock} />}
      {data && <ConflictList answer={data} clock={clock} />}
      {data && data.calendars.every(({ sessions }) => sessions.length === 0) && (
        <NothingBooked answer={data} days={days} clock={clock} />
      )}
      {data && search.as === 'list' ? (
        <CalendarList answer={data} days={days} clock={clock} />
      ) : (
        <CalendarGrid answer={data} days={days} clock={clock} isDay={isDay} />
      )}
    </div>
  );
}

/** The one event stream, for whom it is open. */
function Live({ onChange }: { onChange: () => void }) {
  useLive(onChange);
  return null;
}
