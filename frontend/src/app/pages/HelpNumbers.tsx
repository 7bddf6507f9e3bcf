import { useWords } from '@/app/pages/useWords';
import { HelpNumbersPage } from '@/features/help-numbers/HelpNumbersPage';
import help from '@/locales/en/help.json';
import words from '@/locales/en/help-numbers.json';

export function HelpNumbers() {
  useWords('help', help);
  useWords('help-numbers', words);
  return <HelpNumbersPage />;
}
