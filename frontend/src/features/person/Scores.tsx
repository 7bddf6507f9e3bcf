import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import classes from '@/features/person/Person.module.css';
import { type PersonScores, scoresQuery } from '@/features/person/scores';
import type { PersonClock } from '@/features/person/Session';
import { day, moment } from '@/lib/moments';
import { pointsWithTenth, shownScore } from '@/lib/points';
import { Failure } from '@/ui/Failure';
import { TrendChart } from '@/ui/TrendChart';
import { Unopened } from '@/ui/Unopened';
import { useDelay } from '@/ui/useDelay';

interface ScoresProps {
  personId: string;
  clock: PersonClock;
}

/** How they stood on past mornings, and what would take them off the list; asked for only when somebody wants it. */
export function Scores({ personId, clock }: ScoresProps) {
  const { t } = useTranslation('person');
  const problem = useProblemWords();
  const isNoticeable = useDelay(150);
  const [isOpen, setOpen] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({ ...scoresQuery(personId), enabled: isOpen });
  return (
    <section aria-labelledby="scores" className={classes.section}>
      <h2 id="scores">{t('scores')}</h2>
      {!isOpen && (
        <button type="button" className={classes.more} onClick={() => setOpen(true)}>
          {t('scores-show')}
        </button>
      )}
      {error && <Failure {...problem(error)} onRetry={() => void refetch()} />}
      {isFetching && !data && isNoticeable && <p role="status">{t('scores-loading')}</p>}
      {data && (
        <>
          <Unopened unopened={data.unopened} />
          <WaysOff scores={data} clock={clock} />
          <Mornings scores={data} clock={clock} />
        </>
      )}
    </section>
  );
}

interface PartProps {
  scores: PersonScores;
  clock: PersonClock;
}

function WaysOff({ scores: { mornings, waysOff, offByItselfAt }, clock }: PartProps) {
  const { t } = useTranslation(['person', 'reasons', 'settings']);
  const { zone, now } = clock;
  if (mornings.at(-1)?.placement !== 'listed') return <p>{t('ways-off-none')}</p>;
  const said = ({ key, values }: PersonScores['waysOff'][number]) => {
    const { kind, rule, startsAt } = values;
    if (key === 'outcome-logged') return t('way-outcome', { what: t(`way-${String(kind)}`) });
    if (key === 'reason-wrong') return t('way-wrong', { what: t(`settings:rule-${String(rule)}`) });
    if (key === 'they-attended') return t('way-attended', { when: moment(String(startsAt), zone, now) });
    return t(`way-${key}`);
  };
  return (
    <div>
      <h3>{t('ways-off')}</h3>
      <ul className={classes.ways}>
        {waysOff.map((way) => (
          <li key={way.key + JSON.stringify(way.values)}>{said(way)}</li>
        ))}
        {offByItselfAt && <li>{t('way-time', { when: day(offByItselfAt, zone, now) })}</li>}
      </ul>
    </div>
  );
}

function Mornings({ scores: { mornings }, clock: { zone, now } }: PartProps) {
  const { t } = useTranslation('person');
  const stood = ({ placement, scoreTenths }: PersonScores['mornings'][number]) =>
    t(`stood-${placement}`, { score: shownScore(scoreTenths) });
  const first = mornings[0];
  const last = mornings.at(-1);
  if (!first || !last) return null;
  return (
    <>
      <TrendChart
        label={t('scores-chart')}
        from={Date.parse(first.at)}
        to={Date.parse(last.at)}
        lowest={0}
        highest={100}
        ends={[day(first.at, zone, now), day(last.at, zone, now)]}
        points={mornings.map((morning) => ({
          id: morning.at,
          at: Date.parse(morning.at),
          value: morning.scoreTenths / 10,
          usual: morning.scoreTenths / 10,
          words: `${moment(morning.at, zone, now)}: ${stood(morning)}`,
        }))}
      />
      <details className={classes.scoreTable}>
        <summary>{t('scores-table')}</summary>
        <table>
          <caption>{t('scores-caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('scores-day')}</th>
              <th scope="col">{t('scores-stood')}</th>
              <th scope="col">{t('scores-why')}</th>
              <th scope="col">{t('scores-version')}</th>
            </tr>
          </thead>
          <tbody>
            {mornings.toReversed().map((morning) => (
              <tr key={morning.at}>
                <th scope="row">{day(morning.at, zone, now)}</th>
                <td>{stood(morning)}</td>
                <td>
                  {morning.reasons.map(({ rule, tenths }) => `${rule} ${pointsWithTenth(tenths)}`).join(', ')}
                </td>
                <td>{morning.scoringVersion}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
