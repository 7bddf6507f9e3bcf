/** What the address of the page holds: the day, the calendar, and how they are shown. Ids only. */
export interface CalendarSearch {
  date?: string;
  calendar?: number;
  /** A day with a column for each calendar; otherwise a week of one. */
  view?: 'day';
  as?: 'list';
}

export function calendarSearch(given: Record<string, unknown>): CalendarSearch {
  const search: CalendarSearch = {};
  const date = given['date'];
  if (typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date))) {
    search.date = date;
  }
  const calendar = Number(given['calendar']);
  if (Number.isSafeInteger(calendar) && calendar > 0) search.calendar = calendar;
  if (given['view'] === 'day') search.view = 'day';
  if (given['as'] === 'list') search.as = 'list';
  return search;
}
