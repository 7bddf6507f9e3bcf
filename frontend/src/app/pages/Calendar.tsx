import { useWords } from '@/app/pages/useWords';
import { CalendarPage } from '@/features/calendar/CalendarPage';
import words from '@/locales/en/calendar.json';

export function Calendar() {
  useWords('calendar', words);
  return <CalendarPage />;
}
