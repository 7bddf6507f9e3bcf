import { useWords } from '@/app/pages/useWords';
import { ContactTimesForm } from '@/features/hours/ContactTimesForm';
import { PracticePage } from '@/features/practice/PracticePage';
import hours from '@/locales/en/hours.json';
import words from '@/locales/en/practice.json';

export function Practice() {
  useWords('practice', words);
  useWords('hours', hours);
  return <PracticePage ContactTimes={ContactTimesForm} />;
}
