import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import classes from '@/features/calendar/CalendarBar.module.css';
import type { CalendarAnswer } from '@/features/calendar/calendar';
import type { CalendarSearch } from '@/features/calendar/calendarSearch';
import { addDays, mondayOf } from '@/lib/days';
import { day } from '@/lib/moments';

interface CalendarBarProps {
  search: CalendarSearch & { date: string };
  choice: CalendarAnswer['choice'];
  clock: { zone: string; now: number };
  today: string;
  calendar: number | undefined;
  onChange: (search: CalendarSearch) => void;
}

/** Which days, whose, and how: everything it changes stands in the address. */
export function CalendarBar({ search, choice, clock, today, calendar, onChange }: CalendarBarProps) {
  const { t } = useTranslation('calendar');
  const isDay = search.view === 'day';
  const step = isDay ? 1 : 7;
  const from = isDay ? search.date : mondayOf(search.date);
  const said = (date: string) => day(`${date}T12:00:00Z`, 'UTC', clock.now);
  const { view: _, ...week } = search;
  const { as: __, ...grid } = search;
  return (
    <header className={classes.bar}>
      <h1>{t('title')}</h1>
      <p className={classes.days} aria-live="polite">
        {isDay ? said(from) : t('week', { from: said(from), until: said(addDays(from, 6)) })}
      </p>
      <div className={classes.steps}>
        <button
          type="button"
          aria-label={t(isDay ? 'day-before' : 'week-before')}
          onClick={() => onChange({ ...search, date: addDays(search.date, -step) })}
        >
          <ChevronLeft size={20} aria-hidden />
        </button>
        <button type="button" onClick={() => onChange({ ...search, date: today })}>
          {t('today')}
        </button>
        <button
          type="button"
          aria-label={t(isDay ? 'day-after' : 'week-after')}
          onClick={() => onChange({ ...search, date: addDays(search.date, step) })}
        >
          <ChevronRight size={20} aria-hidden />
        </button>
      </div>
      <Either
        label={t('how-long')}
        choices={[
          { words: t('view-week'), isChosen: !isDay, onChoose: () => onChange(week) },
          { words: t('view-day'), isChosen: isDay, onChoose: () => onChange({ ...search, view: 'day' }) },
        ]}
      />
      <Either
        label={t('how-shown')}
        choices={[
          { words: t('as-grid'), isChosen: search.as !== 'list', onChoose: () => onChange(grid) },
          {
            words: t('as-list'),
            isChosen: search.as === 'list',
            onChoose: () => onChange({ ...search, as: 'list' }),
          },
        ]}
      />
      {!isDay && choice.length > 1 && (
        <label className={classes.whose}>
          {t('whose')}
          <select
            value={calendar ?? ''}
            onChange={({ target }) => onChange({ ...search, calendar: Number(target.value) })}
          >
            {choice.map(({ id, practitioner }) => (
              <option key={id} value={id}>
                {practitioner}
              </option>
            ))}
          </select>
        </label>
      )}
    </header>
  );
}

interface EitherProps {
  label: string;
  choices: readonly { words: string; isChosen: boolean; onChoose: () => void }[];
}

function Either({ label, choices }: EitherProps) {
  return (
    <div role="group" aria-label={label} className={classes.either}>
      {choices.map(({ words, isChosen, onChoose }) => (
        <button key={words} type="button" aria-pressed={isChosen} onClick={onChoose}>
          {words}
        </button>
      ))}
    </div>
  );
}
