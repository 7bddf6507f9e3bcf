import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { Told } from '@/features/person/person';
import classes from '@/features/person/Person.module.css';
import type { PersonClock } from '@/features/person/Session';
import { Moment } from '@/ui/Moment';
import { usePrivacy } from '@/ui/Privacy';

const HOUR = 60;
const DAY = 24 * HOUR;

interface EntryProps {
  item: Told;
  clock: PersonClock;
  whoIs: (id: string) => string;
}

/** "Cancelled, 6 hours' notice (details changed too)", and what it is about. */
export function TimelineEntry({ item, clock, whoIs }: EntryProps) {
  const { t, i18n } = useTranslation('person');
  const { mode } = usePrivacy();
  const kind = i18n.exists(`person:kind-${item.kind}`) ? item.kind : 'other';
  return (
    <li className={classes.entry}>
      <span className={classes.what} data-undone={item.undone || undefined}>
        {t(`kind-${kind}`, { answer: item.answer })}
        {item.code && `: ${t(i18n.exists(`person:code-${item.code}`) ? `code-${item.code}` : 'code-other')}`}
        <Notice minutes={item.noticeMinutes} />
        {item.detailsToo && ` ${t('details-too')}`}
        {item.byName && mode === 'names' && `, ${item.byName}`}
        {item.by && `, ${item.byYou ? t('you') : whoIs(item.by)}`}
        {item.undone && ` ${t('taken-back')}`}
      </span>
      <span className={classes.at}>
        {!item.exact && `${t('by-then')} `}
        <Moment at={item.at} {...clock} />
      </span>
      {item.startsAt && (
        <span className={classes.about}>
          {item.fromStartsAt && (
            <>
              <Moment at={item.fromStartsAt} {...clock} />
              <ArrowRight size={14} aria-label={t('to')} className={classes.arrow} />
            </>
          )}
          <Moment at={item.startsAt} {...clock} />
          {[item.typeName, item.practitioner].filter(Boolean).map((part) => ` · ${part}`)}
        </span>
      )}
      {/* What someone wrote may hold any name. */}
      {item.text && (
        <span className={classes.about}>{mode === 'names' ? <Text item={item} /> : t('text-hidden')}</span>
      )}
    </li>
  );
}

function Text({ item }: { item: Told }) {
  const { t } = useTranslation('person');
  return (
    <>
      {item.fromText && (
        <>
          {item.fromText}
          <ArrowRight size={14} aria-label={t('to')} className={classes.arrow} />
        </>
      )}
      {item.text}
    </>
  );
}

function Notice({ minutes }: { minutes: number | undefined }) {
  const { t } = useTranslation('person');
  if (minutes === undefined) return null;
  if (minutes < HOUR) return `, ${t('notice-none')}`;
  return minutes < 2 * DAY
    ? `, ${t('notice-hours', { count: Math.floor(minutes / HOUR) })}`
    : `, ${t('notice-days', { count: Math.floor(minutes / DAY) })}`;
}
