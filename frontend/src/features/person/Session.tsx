import {
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  Clock3,
  Hourglass,
  LogOut,
  UserRoundX,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { SessionShown } from '@/features/person/person';
import classes from '@/features/person/Person.module.css';
import { SessionBar } from '@/features/person/SessionBar';
import { moment } from '@/lib/moments';
import { Moment } from '@/ui/Moment';

const ICONS = {
  attended: CircleCheck,
  late: Clock3,
  'left-early': LogOut,
  missed: CircleX,
  unconfirmed: CircleHelp,
  'someone-joined': UserRoundX,
  'not-on-zoom': CircleDashed,
  'not-fetched': Hourglass,
} as const;

export interface PersonClock {
  zone: string;
  now: number;
}

interface SessionProps {
  session: SessionShown;
  clock: PersonClock;
  isBusy: boolean;
  whoIs: (id: string) => string;
  onSay: (came: boolean) => void;
}

/** One session: when, how it stands in words and shape, and the two things one can say of it. */
export function Session({ session, clock, isBusy, whoIs, onSay }: SessionProps) {
  const { t } = useTranslation('person');
  const { state, said } = session;
  const Icon = ICONS[state as keyof typeof ICONS] ?? CircleHelp;
  const when = moment(session.startsAt, clock.zone, clock.now);
  const isCame = state === 'attended' || state === 'late' || state === 'left-early';
  return (
    <li className={classes.session}>
      <div className={classes.when}>
        <Moment at={session.startsAt} {...clock} />
        <span className={classes.quietWords}>
          {[session.typeName, session.practitioner].filter(Boolean).join(' · ')}
        </span>
      </div>
      <SessionBar session={session} />
      <div className={classes.stands}>
        <span className={classes.state} data-state={state}>
          <Icon size={18} aria-hidden className={classes.stateIcon} />
          <span>
            {t(`state-${state}`)}
            <StateDetail session={session} />
          </span>
        </span>
        {said && (
          <span className={classes.quietWords}>
            {t(said.came ? 'said-came' : 'said-missed', { who: said.byYou ? t('you') : whoIs(said.by) })}{' '}
            <Moment at={said.at} {...clock} />
            {'. '}
            {t('seen-before', { state: t(`state-${said.seen}`) })}
          </span>
        )}
      </div>
      <div className={classes.says}>
        {(!isCame || session.by !== 'person') && (
          <button
            type="button"
            className={classes.say}
            disabled={isBusy}
            aria-label={t('say-came-of', { when })}
            onClick={() => onSay(true)}
          >
            {t('say-came')}
          </button>
        )}
        {!(state === 'missed' && session.by === 'person') && (
          <button
            type="button"
            className={classes.say}
            disabled={isBusy}
            aria-label={t('say-missed-of', { when })}
            onClick={() => onSay(false)}
          >
            {t('say-missed')}
          </button>
        )}
      </div>
    </li>
  );
}

/** "joined 12 min late, 31 of 50 min": the numbers behind a state, and why it is no surer. */
function StateDetail({ session }: { session: SessionShown }) {
  const { t, i18n } = useTranslation('person');
  const details: string[] = [];
  if (session.lateMinutes >= 10) details.push(t('late-by', { count: session.lateMinutes }));
  if (session.present.length > 0)
    details.push(t('present-of', { count: session.presentMinutes, whole: session.durationMinutes }));
  if (session.state === 'missed' && session.by) details.push(t(`by-${session.by}`));
  if (session.state === 'unconfirmed') details.push(t('host-alone', { count: session.practitionerMinutes }));
  for (const fact of session.facts) if (i18n.exists(`person:fact-${fact}`)) details.push(t(`fact-${fact}`));
  if (session.rung && session.present.length > 0) details.push(t(`rung-${session.rung}`));
  return details.length > 0 ? `: ${details.join(', ')}` : null;
}
