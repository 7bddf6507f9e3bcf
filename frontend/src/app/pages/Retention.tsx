import { useWords } from '@/app/pages/useWords';
import { RetentionPage } from '@/features/retention/RetentionPage';
import words from '@/locales/en/retention.json';

export function Retention() {
  useWords('retention', words);
  return <RetentionPage />;
}
