import { useWords } from '@/app/pages/useWords';
import { SweepsPage } from '@/features/events/SweepsPage';
import words from '@/locales/en/events.json';

export function Compared() {
  useWords('events', words);
  return <SweepsPage />;
}
