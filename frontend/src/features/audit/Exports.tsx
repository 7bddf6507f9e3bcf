import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { freshEnough } from '@/api/stepUp';
import { exportAddress } from '@/features/audit/audit';
import type { AuditSearch } from '@/features/audit/auditSearch';
import classes from '@/features/audit/Exports.module.css';
import { Failure } from '@/ui/Failure';
import { saveFrom } from '@/ui/saveAsFile';

const NAMES = { csv: 'audit.csv', json: 'audit.jsonl' } as const;

/** The entries that the filter means, as files, for whoever proved lately who they are. Each export is itself recorded. */
export function Exports({ search, zone }: { search: AuditSearch; zone: string }) {
  const { t } = useTranslation('audit');
  const words = useProblemWords();
  const saving = useMutation({
    mutationFn: async (format: keyof typeof NAMES) => {
      if (await freshEnough()) saveFrom(exportAddress(format, search, zone), NAMES[format]);
    },
  });
  return (
    <div className={classes.exports}>
      {saving.isError && <Failure {...words(saving.error)} />}
      <Button variant="subtle" size="compact-md" onClick={() => saving.mutate('csv')}>
        {t('export-csv')}
      </Button>
      <Button
        variant="subtle"
        size="compact-md"
        title={t('export-json-help')}
        onClick={() => saving.mutate('json')}
      >
        {t('export-json')}
      </Button>
    </div>
  );
}
