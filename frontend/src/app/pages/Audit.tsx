import { useWords } from '@/app/pages/useWords';
import { AuditPage } from '@/features/audit/AuditPage';
import words from '@/locales/en/audit.json';

export function Audit() {
  useWords('audit', words);
  return <AuditPage />;
}
