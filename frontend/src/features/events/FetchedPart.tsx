import { useTranslation } from 'react-i18next';

import type { EventDetail, Fetched } from '@/features/events/events';
import classes from '@/features/events/Facts.module.css';
import { FieldValue } from '@/features/events/FieldValue';
import { RevealForm } from '@/features/events/RevealForm';

interface Clock {
  zone: string;
  now: number;
}

interface FetchedPartProps {
  detail: EventDetail;
  clock: Clock;
  isRevealed: boolean;
  onRevealed: (detail: EventDetail) => void;
}

/** What we fetched because of it, and what that changed; what tells of a person stays hidden until revealed. */
export function FetchedPart({ detail, clock, isRevealed, onRevealed }: FetchedPartProps) {
  const { t } = useTranslation('events');
  const { fetched, event } = detail;
  if (!fetched)
    return (
      <section aria-labelledby="fetched" className={classes.section}>
        <h3 id="fetched" className={classes.title}>
          {t('fetched')}
        </h3>
        <p className={classes.quiet}>{t(event.state === 'kept' ? 'fetched-none' : 'fetched-not-yet')}</p>
      </section>
    );
  const hidesSomething = fetched.fields.some(({ personal, isEmpty }) => personal && !isEmpty);
  return (
    <>
      <section aria-labelledby="fetched" className={classes.section}>
        <h3 id="fetched" className={classes.title}>
          {t('fetched')}
        </h3>
        <p className={classes.note}>{t(`told-${fetched.told}`)}</p>
        {!fetched.readable && <p className={classes.note}>{t('erased')}</p>}
        <dl className={classes.facts}>
          {fetched.fields.map((field) => (
            <div key={field.name} className={classes.pair}>
              <dt>{t(`field-${field.name}`)}</dt>
              <dd>
                <FieldValue field={field} value={field.value} isRevealed={isRevealed} clock={clock} />
              </dd>
            </div>
          ))}
        </dl>
        {hidesSomething && <RevealForm eventId={event.id} isRevealed={isRevealed} onRevealed={onRevealed} />}
      </section>
      <Changes changes={fetched.changes} isRevealed={isRevealed} clock={clock} />
    </>
  );
}

interface ChangesProps {
  changes: Fetched['changes'];
  isRevealed: boolean;
  clock: Clock;
}

function Changes({ changes, isRevealed, clock }: ChangesProps) {
  const { t } = useTranslation('events');
  return (
    <section aria-labelledby="changes" className={classes.section}>
      <h3 id="changes" className={classes.title}>
        {t('changes')}
      </h3>
      {changes.length === 0 && <p className={classes.quiet}>{t('no-changes')}</p>}
      <dl className={classes.facts}>
        {changes.map((change) => (
          <div key={change.name} className={classes.pair}>
            <dt>{t(`field-${change.name}`)}</dt>
            <dd>
              {t('from')}{' '}
              <FieldValue field={change} value={change.from} isRevealed={isRevealed} clock={clock} />{' '}
              {t('to')} <FieldValue field={change} value={change.to} isRevealed={isRevealed} clock={clock} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
