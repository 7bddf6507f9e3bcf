import { useWords } from '@/app/pages/useWords';
import { HoursPage } from '@/features/hours/HoursPage';
import words from '@/locales/en/hours.json';

export function Hours() {
  useWords('hours', words);
  return <HoursPage />;
}
