import { useWords } from '@/app/pages/useWords';
import { TrendPage } from '@/features/check-in/TrendPage';
import words from '@/locales/en/check-in.json';

export function Trend() {
  useWords('check-in', words);
  return <TrendPage />;
}
