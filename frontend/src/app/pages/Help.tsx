import { useWords } from '@/app/pages/useWords';
import { HelpPage } from '@/features/check-in/HelpPage';
import words from '@/locales/en/help.json';

export function Help() {
  useWords('help', words);
  return <HelpPage />;
}
