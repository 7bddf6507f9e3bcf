import { useTranslation } from 'react-i18next';

import type { EventDetail } from '@/features/events/events';
import classes from '@/features/events/Facts.module.css';

/** The form fields as they came: ids and the action's word. */
export function SentPart({ sent }: { sent: EventDetail['sent'] }) {
  const { t, i18n } = useTranslation('events');
  return (
    <section aria-labelledby="sent" className={classes.section}>
      <h3 id="sent" className={classes.title}>
        {t('sent')}
      </h3>
      <dl className={classes.facts}>
        {sent.map(({ name, value }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a form may name a field twice; the order never changes
          <div key={index} className={classes.pair}>
            <dt>{i18n.exists(`events:sent-${name}`) ? t(`sent-${name}`) : name}</dt>
            <dd>{value ?? <span className={classes.quiet}>{t('sent-not-shown')}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
