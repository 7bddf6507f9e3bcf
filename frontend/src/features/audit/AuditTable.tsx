import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { Trail } from '@/features/audit/audit';
import { AuditRow } from '@/features/audit/AuditRow';
import type { AuditSearch } from '@/features/audit/auditSearch';
import classes from '@/features/audit/AuditTable.module.css';
import { paths } from '@/lib/paths';
import { Note } from '@/ui/Note';

interface AuditTableProps {
  trail: Trail;
  search: AuditSearch;
  isLoadingOlder: boolean;
  onOlder: () => void;
  onLook: () => void;
}

const HEADS = ['time', 'who', 'what', 'whom', 'where', 'why'] as const;

/** The entries, newest first. Nobody can change one, so there is nothing here to edit. */
export function AuditTable({ trail, search, isLoadingOlder, onOlder, onLook }: AuditTableProps) {
  const { t } = useTranslation('audit');
  if (trail.items.length === 0) {
    return (
      <div className={classes.empty}>
        <h2>{t('empty')}</h2>
        <p>
          <Link to={paths.audit}>{t('clear')}</Link>
        </p>
      </div>
    );
  }
  return (
    <>
      {trail.signInsMissing && <Note tone="warn">{t('sign-ins-missing')}</Note>}
      <p className={classes.count} aria-live="polite">
        {t(trail.hasOlder ? 'entries-and-older' : 'entries', { count: trail.items.length })}{' '}
        <Button variant="subtle" size="compact-md" onClick={onLook}>
          {t('look-again')}
        </Button>
      </p>
      <table className={classes.table}>
        <caption className={classes.caption}>{t('trail')}</caption>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {t(`column-${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trail.items.map((entry) => (
            <AuditRow key={entry.id} entry={entry} search={search} zone={trail.zone} now={trail.receivedAt} />
          ))}
        </tbody>
      </table>
      {trail.hasOlder && (
        <div>
          <Button variant="default" onClick={onOlder} loading={isLoadingOlder}>
            {t('older')}
          </Button>
        </div>
      )}
    </>
  );
}
