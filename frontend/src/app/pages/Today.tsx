import { useWords } from '@/app/pages/useWords';
import { TodayPage } from '@/features/today/TodayPage';
import words from '@/locales/en/today.json';

export function Today() {
  useWords('today', words);
  return <TodayPage />;
}
