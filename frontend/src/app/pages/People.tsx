import { useWords } from '@/app/pages/useWords';
import { PeoplePage } from '@/features/people/PeoplePage';
import words from '@/locales/en/people.json';

export function People() {
  useWords('people', words);
  return <PeoplePage />;
}
