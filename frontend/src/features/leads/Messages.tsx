import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { practiceQuery } from '@/api/practice';
import { useSession } from '@/api/session';
import classes from '@/features/leads/ContactCard.module.css';
import type { LeadDetail } from '@/features/leads/leads';
import { filled } from '@/features/leads/messages';
import type { Clock } from '@/features/leads/sentences';
import { slotsQuery } from '@/features/leads/slots';
import { useSaid } from '@/features/leads/useSaid';
import { usePrivacy } from '@/ui/Privacy';

/** The practice's own words, filled in for this person, onto the clipboard: sending them is somebody's own act. */
export function Messages({ detail, clock }: { detail: LeadDetail; clock: Clock }) {
  const { t } = useTranslation('leads');
  const client = useQueryClient();
  const { mode } = usePrivacy();
  const me = useSession().account?.displayName ?? '';
  const items = useQuery(practiceQuery).data?.templates.items ?? [];
  const { said, say } = useSaid();
  // A message holds a name: what is not shown is not copied either.
  if (mode !== 'names' || items.length === 0) return null;
  const copy = (name: string, text: string) => {
    const { personId, name: person } = detail.lead;
    const slots = client.getQueryData(slotsQuery(personId).queryKey)?.items ?? [];
    const message = filled(text, { name: person, me, detail, slots, ...clock });
    if ('lacks' in message) return say(t(`message-lacks-${message.lacks}`));
    navigator.clipboard.writeText(message.text).then(
      () => say(t('message-copied', { name })),
      () => say(t('common:not-copied')),
    );
  };
  return (
    <div role="group" aria-label={t('messages')} className={classes.messages}>
      <span aria-hidden>{t('messages')}</span>
      {items.map(({ name, text }) => (
        <button key={name} type="button" className={classes.change} onClick={() => copy(name, text)}>
          {name}
        </button>
      ))}
      <span role="status" className={classes.said}>
        {said}
      </span>
    </div>
  );
}
