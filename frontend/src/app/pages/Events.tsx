import { useWords } from '@/app/pages/useWords';
import { EventsPage } from '@/features/events/EventsPage';
import words from '@/locales/en/events.json';

export function Events() {
  useWords('events', words);
  return <EventsPage />;
}
