import { useTranslation } from 'react-i18next';

import type { Clock, KnownRecord } from '@/features/people/people';
import classes from '@/features/people/People.module.css';
import { useShownName } from '@/features/people/useShownName';
import { Moment } from '@/ui/Moment';
import { usePrivacy } from '@/ui/Privacy';

interface RecordFactsProps {
  record: KnownRecord;
  clock: Clock;
  /** What stands on both sides alike, to be told from what does not. */
  agrees?: readonly string[] | undefined;
}

const NOTHING: readonly string[] = [];

/** What one provider knows of somebody. */
export function RecordFacts({ record, clock, agrees = NOTHING }: RecordFactsProps) {
  const { t } = useTranslation('people');
  const shown = useShownName();
  const { mode } = usePrivacy();
  const contact = (value: string | undefined | null, none: string) => {
    if (!value) return none;
    return mode === 'names' ? value : t('contact-hidden');
  };
  return (
    <>
      <p className={classes.source}>{t(`source-${record.source}`, { defaultValue: record.source })}</p>
      <p className={classes.name} data-agrees={agrees.includes('name') || undefined}>
        {shown(record.name)}
      </p>
      <p data-agrees={agrees.includes('email') || undefined}>{contact(record.email, t('no-email'))}</p>
      <p data-agrees={agrees.includes('phone') || undefined}>{contact(record.phone, t('no-phone'))}</p>
      <p className={classes.more}>
        {t('since')} <Moment at={record.since} {...clock} />
        {' · '}
        {t('bookings', { count: record.bookings })}
        {record.lastBooking && (
          <>
            , {t('last-booking')} <Moment at={record.lastBooking} {...clock} />
          </>
        )}
        {record.crmRecords > 0 && ` · ${t('crm', { count: record.crmRecords })}`}
      </p>
    </>
  );
}
