import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { Entry } from '@/features/audit/audit';
import type { AuditSearch } from '@/features/audit/auditSearch';
import classes from '@/features/audit/AuditTable.module.css';
import { useAuditWords } from '@/features/audit/useAuditWords';
import { paths } from '@/lib/paths';
import { Moment } from '@/ui/Moment';

interface AuditRowProps {
  entry: Entry;
  search: AuditSearch;
  zone: string;
  now: number;
}

/** One entry. Whoever is named in it can be followed through the trail. */
export function AuditRow({ entry, search, zone, now }: AuditRowProps) {
  const { t } = useTranslation('audit');
  const { act, actor } = useAuditWords();
  return (
    <tr>
      <td className={classes.time}>
        <Moment at={entry.at} zone={zone} now={now} />
        <span className={classes.number}>
          {t('number', { chain: t(`name-${entry.chain}`), seq: entry.seq })}
        </span>
      </td>
      <td>
        {entry.actor ? (
          <Link
            to={paths.audit}
            search={{ ...search, actor: entry.actor }}
            className={classes.pick}
            title={t('follow-actor')}
          >
            {actor(entry)}
          </Link>
        ) : (
          actor(entry)
        )}
        {entry.role && <span className={classes.number}>{t(`role-${entry.role}`)}</span>}
      </td>
      <td>
        {act(entry.act)}
        {entry.outcome === 'refused' && <span className={classes.refused}> · {t('refused')}</span>}
        {entry.count > 1 && <span className={classes.quiet}> {t('times', { count: entry.count })}</span>}
      </td>
      <td>
        <Whom entry={entry} search={search} />
      </td>
      <td className={classes.quiet}>{entry.erased ? t('erased') : entry.address}</td>
      <td>{entry.reason}</td>
    </tr>
  );
}

function Whom({ entry, search }: Pick<AuditRowProps, 'entry' | 'search'>) {
  const { t } = useTranslation('audit');
  const { person, what } = useAuditWords();
  if (entry.people.length === 0) {
    return <span className={classes.quiet}>{what(entry)}</span>;
  }
  const others = entry.peopleCount - entry.people.length;
  return (
    <ul className={classes.people}>
      {entry.people.map((someone) => (
        <li key={someone.id}>
          <Link
            to={paths.audit}
            search={{ ...search, person: someone.id }}
            className={classes.pick}
            title={t('follow-person')}
          >
            {person(someone)}
          </Link>
        </li>
      ))}
      {others > 0 && <li className={classes.quiet}>{t('and-others', { count: others })}</li>}
    </ul>
  );
}
