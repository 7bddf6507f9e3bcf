import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { acts, type WaitingInvite } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import type { Clock } from '@/features/access/clock';
import { useAccessWords } from '@/features/access/useAccessWords';
import { useAct } from '@/features/access/useAct';
import { Failure } from '@/ui/Failure';

/** Invites that nobody has accepted yet. */
export function Invites({ invites, clock }: { invites: readonly WaitingInvite[]; clock: Clock }) {
  const { t } = useTranslation('access');
  return (
    <section className={classes.section} aria-labelledby="access-invites">
      <h2 id="access-invites">{t('invites')}</h2>
      {invites.length === 0 ? (
        <p className={classes.quiet}>{t('no-invites')}</p>
      ) : (
        <ul className={classes.plain}>
          {invites.map((invite) => (
            <Invite key={invite.id} invite={invite} clock={clock} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Invite({ invite, clock }: { invite: WaitingInvite; clock: Clock }) {
  const { t } = useTranslation('access');
  const { name, email } = useAccessWords();
  const withdraw = useAct(() => acts.withdraw(invite.id));
  const shown = name(invite.displayName);
  return (
    <li className={classes.session}>
      <div>
        <span className={classes.name}>{shown}</span> {t(`role-${invite.role}`)}
        <div className={classes.quiet}>
          {email(invite.email)} · {t('link-until', { at: invite.expiresAt, ...clock })}
        </div>
        {withdraw.failure && <Failure {...withdraw.failure} />}
      </div>
      <Button
        variant="subtle"
        size="compact-md"
        aria-label={t('withdraw-whose', { name: shown })}
        loading={withdraw.isRunning}
        onClick={() => withdraw.run()}
      >
        {t('withdraw')}
      </Button>
    </li>
  );
}
