import { useWords } from '@/app/pages/useWords';
import { KeysPage } from '@/features/keys/KeysPage';
import words from '@/locales/en/keys.json';

export function Keys() {
  useWords('keys', words);
  return <KeysPage />;
}
