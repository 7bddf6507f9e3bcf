import { useWords } from '@/app/pages/useWords';
import { MatchesPage } from '@/features/people/MatchesPage';
import words from '@/locales/en/people.json';

export function Matches() {
  useWords('people', words);
  return <MatchesPage />;
}
