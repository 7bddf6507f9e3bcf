import { useTranslation } from 'react-i18next';

import type { LeadDetail } from '@/features/leads/leads';
import classes from '@/features/leads/History.module.css';
import type { Clock } from '@/features/leads/sentences';
import { SentLine } from '@/features/leads/SentLine';
import { useStaff } from '@/features/leads/staff';
import { moment } from '@/lib/moments';
import { Moment } from '@/ui/Moment';
import { usePrivacy } from '@/ui/Privacy';

type Outcome = LeadDetail['outcomes'][number];
type Act = LeadDetail['acts'][number];
type Entry = Outcome | Act;

/** Everything that was done about a person, newest first. */
export function History({ detail, clock }: { detail: LeadDetail; clock: Clock }) {
  const { t } = useTranslation('leads');
  const entries = [...detail.outcomes, ...detail.acts].toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <section aria-labelledby="history" className={classes.section}>
      <h3 id="history" className={classes.title}>
        {t('history')}
      </h3>
      {entries.length === 0 && <p className={classes.none}>{t('no-history')}</p>}
      <ul className={classes.list}>
        {entries.map((entry) => (
          <li key={entry.id} className={classes.entry}>
            <EntryWords entry={entry} clock={clock} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Left message, by Rob, 2 hours ago", and what was written beside it. */
function EntryWords({ entry, clock }: { entry: Entry; clock: Clock }) {
  const { t } = useTranslation('leads');
  const { mode } = usePrivacy();
  const { whoIs } = useStaff();
  const what = useEntryWords(clock);
  const text = 'note' in entry ? entry.note : 'text' in entry ? entry.text : undefined;
  return (
    <>
      <span className={classes.words} data-undone={entry.undone || undefined}>
        {t('entry-by', {
          what: what(entry),
          who: entry.byYou ? t('you') : entry.kind === 'permissions-told' ? t('themselves') : whoIs(entry.by),
        })}
        {', '}
        <Moment at={entry.at} as="relative" {...clock} />
        {entry.undone && ` ${t('outcome-undone')}`}
      </span>
      {/* What someone wrote may hold any name. */}
      {text && <span className={classes.more}>{mode === 'names' ? text : t('text-hidden')}</span>}
      {'sent' in entry && entry.sent.map((sent) => <SentLine key={sent.id} sent={sent} clock={clock} />)}
    </>
  );
}

function useEntryWords({ zone, now }: Clock): (entry: Entry) => string {
  const { t, i18n } = useTranslation('leads');
  const { nameOf } = useStaff();
  const time = (at: string) => moment(at, zone, now);
  return (entry) => {
    if ('callBackAt' in entry && entry.callBackAt)
      return `${t('outcome-call-back')} ${time(entry.callBackAt)}`;
    switch (entry.kind) {
      case 'snoozed':
        return 'until' in entry && entry.until
          ? t('snoozed-until', { moment: time(entry.until) })
          : t('snoozed-until-change');
      case 'owner-set':
        return 'owner' in entry && entry.owner
          ? t('owner-set', { name: nameOf(entry.owner) })
          : t('owner-none-set');
      case 'practitioner-set':
        return 'practitioner' in entry && entry.practitioner
          ? t('practitioner-set', { name: nameOf(entry.practitioner) })
          : t('practitioner-none-set');
      default:
        return t(i18n.exists(`leads:act-${entry.kind}`) ? `act-${entry.kind}` : `outcome-${entry.kind}`);
    }
  };
}
