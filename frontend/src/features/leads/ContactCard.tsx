import { Ban, Check, CircleQuestionMark, Clock3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import classes from '@/features/leads/ContactCard.module.css';
import type { LeadDetail } from '@/features/leads/leads';
import { Messages } from '@/features/leads/Messages';
import type { Clock } from '@/features/leads/sentences';
import { callTo, mailTo } from '@/lib/contactLinks';
import { moment } from '@/lib/moments';
import { useDelay } from '@/ui/useDelay';
import { usePrivacy } from '@/ui/Privacy';

type Contact = LeadDetail['contact'];

const SHAPES: Record<string, typeof Check> = { allowed: Check, refused: Ban };

interface ContactCardProps {
  detail: LeadDetail;
  clock: Clock;
  onChange: () => void;
}

/** Says what is allowed before it shows a number; a number that nothing may be done with is not shown at all. */
export function ContactCard({ detail, clock, onChange }: ContactCardProps) {
  const { t } = useTranslation('leads');
  const { contact } = detail;
  return (
    <section aria-labelledby="contact" className={classes.card}>
      <div className={classes.head}>
        <h3 id="contact" className={classes.title}>
          {t('contact')}
        </h3>
        <button type="button" className={classes.change} onClick={onChange}>
          {t('change-permissions')}
        </button>
      </div>
      {contact.doNotContact && (
        <p className={classes.stop}>
          <Ban size={18} aria-hidden /> {t('do-not-contact-said')}
        </p>
      )}
      {!contact.doNotContact && contact.opensAt && (
        <p className={classes.closed}>
          <Clock3 size={16} aria-hidden />{' '}
          {t('calls-closed', { when: moment(contact.opensAt, clock.zone, clock.now) })}
        </p>
      )}
      {!contact.doNotContact && <Channels contact={contact} />}
      {!contact.doNotContact && <Messages detail={detail} clock={clock} />}
    </section>
  );
}

function Channels({ contact }: { contact: Contact }) {
  const { t } = useTranslation('leads');
  const { mode } = usePrivacy();
  // The server keeps such addresses back already; what may not be used is not shown by mistake here either.
  const open = contact.channels.filter(({ permission }) => permission !== 'refused').map(({ kind }) => kind);
  const isPhoneOpen = open.some((kind) => kind !== 'email');
  return (
    <>
      <ul className={classes.channels}>
        {contact.channels.map(({ kind, permission }) => {
          const Shape = SHAPES[permission] ?? CircleQuestionMark;
          return (
            <li key={kind} data-permission={permission}>
              <Shape size={16} aria-hidden />
              {t(`permission-${permission}`, { channel: t(`channel-${kind}`, { defaultValue: kind }) })}
            </li>
          );
        })}
      </ul>
      {contact.channels.length === 0 && <p>{t('no-channels')}</p>}
      {contact.sayAs && mode === 'names' && <p>{t('say-as-said', { name: contact.sayAs })}</p>}
      {mode !== 'names' && <p className={classes.hidden}>{t('contact-hidden')}</p>}
      {mode === 'names' && isPhoneOpen && contact.phone && (
        <p>
          <a href={callTo(contact.phone)}>{contact.phone}</a>
        </p>
      )}
      {mode === 'names' && open.includes('email') && contact.email && (
        <p>
          <a href={mailTo(contact.email)}>{contact.email}</a>
        </p>
      )}
    </>
  );
}

/** As high as the card of most people, so that the reasons below stay where they are when it comes. */
export function ContactLoading() {
  const { t } = useTranslation('leads');
  const isNoticeable = useDelay(150);
  return (
    <section className={classes.card} aria-label={t('contact')} aria-busy>
      {isNoticeable && <div className={classes.waiting} />}
    </section>
  );
}
