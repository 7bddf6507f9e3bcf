import { useTranslation } from 'react-i18next';

import { exportAddress } from '@/features/audit/audit';
import type { AuditSearch } from '@/features/audit/auditSearch';
import classes from '@/features/audit/Exports.module.css';

/** The entries that the filter means, as files. Each export is itself recorded. */
export function Exports({ search, zone }: { search: AuditSearch; zone: string }) {
  const { t } = useTranslation('audit');
  return (
    <p className={classes.exports}>
      <a href={exportAddress('csv', search, zone)} download="audit.csv">
        {t('export-csv')}
      </a>
      <a href={exportAddress('json', search, zone)} download="audit.jsonl" title={t('export-json-help')}>
        {t('export-json')}
      </a>
    </p>
  );
}
