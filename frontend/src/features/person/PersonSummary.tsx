import { useTranslation } from 'react-i18next';

import type { PersonHead } from '@/features/person/person';
import classes from '@/features/person/Person.module.css';
import type { PersonClock } from '@/features/person/Session';
import { Moment } from '@/ui/Moment';
import { usePrivacy } from '@/ui/Privacy';
import { Unopened } from '@/ui/Unopened';

interface SummaryProps {
  head: PersonHead;
  clock: PersonClock;
  whoIs: (id: string) => string;
}

/** Who somebody is to the practice: name, words for their part in it, the next booking, and what they allow. */
export function PersonSummary({ head, clock, whoIs }: SummaryProps) {
  const { t } = useTranslation('person');
  const { mode } = usePrivacy();
  const shown = { names: head.name, initials: head.initials, hidden: undefined }[mode];
  return (
    <header className={classes.head}>
      <h1>{shown ?? t('name-hidden')}</h1>
      <Unopened unopened={head.unopened} />
      <p className={classes.quietWords}>
        {[
          t(`role-${head.role}`),
          head.practitioner && t('with', { name: head.practitioner }),
          head.owner && t('owner', { name: whoIs(head.owner) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <dl className={classes.facts}>
        <div>
          <dt>{t('next-booking')}</dt>
          <dd>
            {head.nextBooking ? (
              <>
                <Moment at={head.nextBooking.startsAt} {...clock} />
                {head.nextBooking.typeName && ` · ${head.nextBooking.typeName}`}
              </>
            ) : (
              t('nothing-booked')
            )}
          </dd>
        </div>
        <div>
          <dt>{t('usual-rhythm')}</dt>
          <dd>
            {head.rhythm
              ? `${t(head.rhythm.weekday ? `weekday-${head.rhythm.weekday}` : 'weekday-none')}, ${t('every-days', { count: head.rhythm.everyDays })}`
              : t('no-rhythm')}
          </dd>
        </div>
        <div>
          <dt>{t('permissions')}</dt>
          <dd>
            {head.doNotContact
              ? t('do-not-contact')
              : (['phone', 'voicemail', 'email'] as const)
                  .map((channel) => t(`${channel}-${head[channel]}`))
                  .join(' · ')}
          </dd>
        </div>
      </dl>
    </header>
  );
}
