import { useWords } from '@/app/pages/useWords';
import { SettingsPage } from '@/features/settings/SettingsPage';
import words from '@/locales/en/settings.json';

export function Settings() {
  useWords('settings', words);
  return <SettingsPage />;
}
