import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Clock, Match, Verdict } from '@/features/people/people';
import classes from '@/features/people/People.module.css';
import { RecordFacts } from '@/features/people/RecordFacts';
import { useShownName } from '@/features/people/useShownName';
import { Moment } from '@/ui/Moment';

interface MatchCardProps {
  match: Match;
  clock: Clock;
  isDeciding: boolean;
  onDecide: (verdict: Verdict) => void;
}

/** Two records side by side, what agrees and what does not, and what that may mean. */
export function MatchCard({ match, clock, isDeciding, onDecide }: MatchCardProps) {
  const { t } = useTranslation('people');
  const shown = useShownName();
  const pair = t('pair', { one: shown(match.one.name), other: shown(match.other.name) });
  const fields = (names: readonly string[]) => names.map((name) => t(`field-${name}`)).join(', ');
  return (
    <li className={classes.match}>
      <section aria-label={pair}>
        <h2 className={classes.likeness}>{t(`likeness-${match.likeness}`)}</h2>
        <p className={classes.compared}>
          {match.agrees.length > 0 ? t('agrees', { what: fields(match.agrees) }) : t('nothing-agrees')}
          {match.differs.length > 0 && `. ${t('differs', { what: fields(match.differs) })}`}
          {match.state === 'weak' && `. ${t('weak')}`}
          {match.state === 'not-sure' && `. ${t('set-aside')}`}
        </p>
        <div className={classes.sides}>
          <div className={classes.side}>
            <RecordFacts record={match.one} clock={clock} agrees={match.agrees} />
          </div>
          <div className={classes.side}>
            <RecordFacts record={match.other} clock={clock} agrees={match.agrees} />
          </div>
        </div>
        <div className={classes.buttons} role="group" aria-label={pair}>
          <Verdicts match={match} isDeciding={isDeciding} onDecide={onDecide} />
          {match.decidedAt && (
            <span className={classes.more}>
              {t('decided-at')} <Moment at={match.decidedAt} {...clock} />
            </span>
          )}
        </div>
      </section>
    </li>
  );
}

function Verdicts({ match, isDeciding, onDecide }: Omit<MatchCardProps, 'clock'>) {
  const { t } = useTranslation('people');
  if (match.state === 'same' || match.state === 'different') {
    const other = match.state === 'same' ? 'different' : 'same';
    return (
      <>
        <span>{t(`decided-${match.state}`)}</span>
        <Button variant="default" loading={isDeciding} onClick={() => onDecide(other)}>
          {t(`say-${other}`)}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button variant="default" loading={isDeciding} onClick={() => onDecide('same')}>
        {t('same')}
      </Button>
      <Button variant="default" disabled={isDeciding} onClick={() => onDecide('different')}>
        {t('different')}
      </Button>
      <Button variant="subtle" disabled={isDeciding} onClick={() => onDecide('not-sure')}>
        {t('not-sure')}
      </Button>
    </>
  );
}
