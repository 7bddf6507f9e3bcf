import { useWords } from '@/app/pages/useWords';
import { AccessPage } from '@/features/access/AccessPage';
import words from '@/locales/en/access.json';

export function Access() {
  useWords('access', words);
  return <AccessPage />;
}
