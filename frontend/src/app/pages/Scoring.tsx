import { useWords } from '@/app/pages/useWords';
import { useStaff } from '@/features/leads/staff';
import { ScoringPage } from '@/features/settings/ScoringPage';
import words from '@/locales/en/settings.json';

export function Scoring() {
  useWords('settings', words);
  return <ScoringPage whoIs={useStaff().whoIs} />;
}
