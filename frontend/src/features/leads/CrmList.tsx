import { useTranslation } from 'react-i18next';

import classes from '@/features/leads/History.module.css';
import type { LeadDetail } from '@/features/leads/leads';
import type { Clock } from '@/features/leads/sentences';
import { Moment } from '@/ui/Moment';
import { usePrivacy } from '@/ui/Privacy';

type CrmRecord = LeadDetail['crm'][number];

/** What Zoho holds of them, in the practice's own words: status, how they came, who moved it, and open tasks. */
export function CrmList({ records, clock }: { records: readonly CrmRecord[]; clock: Clock }) {
  const { t } = useTranslation('leads');
  if (records.length === 0) return null;
  return (
    <section aria-labelledby="crm" className={classes.section}>
      <h3 id="crm" className={classes.title}>
        {t('crm')}
      </h3>
      <ul className={classes.list}>
        {records.map((record) => (
          <li key={record.id} className={classes.entry}>
            <Entry record={record} clock={clock} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entry({ record, clock }: { record: CrmRecord; clock: Clock }) {
  const { t } = useTranslation('leads');
  const { mode } = usePrivacy();
  // The practice's own words may hold any name.
  const own = (text: string) => (mode === 'names' ? text : t('text-hidden'));
  const facts = [
    record.status && t('crm-status', { status: own(record.status) }),
    record.source && t('crm-source', { source: own(record.source) }),
    record.emailOptOut && t('crm-no-mail'),
  ].filter(Boolean);
  return (
    <>
      <span>
        {t(`crm-${record.module}`)} <Moment at={record.createdAt} {...clock} />
      </span>
      {record.state !== 'open' && (
        <span className={classes.what}>{t(record.state === 'gone' ? 'crm-gone' : 'crm-became-contact')}</span>
      )}
      {facts.length > 0 && <span className={classes.more}>{facts.join(' · ')}</span>}
      {record.changes.map((change) => (
        <span key={change.at + change.to} className={classes.more}>
          {change.from
            ? t('crm-change', { from: own(change.from), to: own(change.to ?? '') })
            : t('crm-change-to', { to: own(change.to ?? '') })}{' '}
          {change.by && `${t('crm-by', { who: own(change.by) })} `}
          <Moment at={change.at} {...clock} />
        </span>
      ))}
      {record.tasks.map((task) => (
        <span key={task.id} className={classes.more}>
          {task.dueOn ? t('crm-task', { due: task.dueOn }) : t('crm-task-undated')}
        </span>
      ))}
    </>
  );
}
