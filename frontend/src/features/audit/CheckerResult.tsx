import { useTranslation } from 'react-i18next';

import type { CheckerTest } from '@/features/audit/audit';
import { Note } from '@/ui/Note';

/** Whether the check fails where it must. A checker that lets an alteration pass is worse than none. */
export function CheckerResult({ test }: { test: CheckerTest }) {
  const { t } = useTranslation('audit');
  if (test.passed)
    return <Note tone="info">{t('checker-works', { count: test.entries, altered: test.altered })}</Note>;
  return (
    <Note tone="bad">
      {t(test.found ? 'checker-fails-elsewhere' : 'checker-fails', {
        altered: test.altered,
        found: test.found,
      })}
    </Note>
  );
}
