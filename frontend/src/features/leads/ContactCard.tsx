import { useTranslation } from 'react-i18next';

import classes from '@/features/leads/ContactCard.module.css';
import type { LeadDetail } from '@/features/leads/leads';
import { usePrivacy } from '@/ui/Privacy';

/** People who said no are not to be rung by mistake. */
const REFUSED = 'refused';

type Contact = LeadDetail['contact'];

/** Says what is allowed before it shows a number; a number that nothing may be done with is not shown at all. */
export function ContactCard({ contact }: { contact: Contact }) {
  const { t } = useTranslation('leads');
  const { mode } = usePrivacy();
  const open = contact.channels.filter(({ permission }) => permission !== REFUSED).map(({ kind }) => kind);
  const isEmailOpen = open.includes('email');
  const isPhoneOpen = open.some((kind) => kind !== 'email');
  return (
    <section aria-labelledby="contact" className={classes.card}>
      <h3 id="contact" className={classes.title}>
        {t('contact')}
      </h3>
      <ul className={classes.channels}>
        {contact.channels.map(({ kind, permission }) => (
          <li key={kind}>
            {t(`permission-${permission}`, {
              channel: t(`channel-${kind}`, { defaultValue: kind }),
              defaultValue: t('permission-not-asked', { channel: kind }),
            })}
          </li>
        ))}
      </ul>
      {contact.channels.length === 0 && <p>{t('no-channels')}</p>}
      {mode !== 'names' && <p className={classes.hidden}>{t('contact-hidden')}</p>}
      {mode === 'names' && isPhoneOpen && contact.phone && (
        <p>
          <a href={`tel:${contact.phone}`}>{contact.phone}</a>
        </p>
      )}
      {mode === 'names' && isEmailOpen && contact.email && (
        <p>
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </p>
      )}
    </section>
  );
}
