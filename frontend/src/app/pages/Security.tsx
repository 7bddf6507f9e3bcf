import { useWords } from '@/app/pages/useWords';
import { SecurityPage } from '@/features/factors/SecurityPage';
import words from '@/locales/en/security.json';
import setUpWords from '@/locales/en/set-up.json';

export function Security() {
  useWords('security', words);
  useWords('set-up', setUpWords);
  return <SecurityPage />;
}
