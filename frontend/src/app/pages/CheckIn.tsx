import { useWords } from '@/app/pages/useWords';
import { CheckInPage } from '@/features/check-in/CheckInPage';
import words from '@/locales/en/check-in.json';
import helpWords from '@/locales/en/help.json';

export function CheckIn() {
  useWords('check-in', words);
  useWords('help', helpWords);
  return <CheckInPage />;
}
