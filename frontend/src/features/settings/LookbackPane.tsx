import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import type { Found, Share } from '@/features/settings/scoring';
import classes from '@/features/settings/Settings.module.css';
import type { LookbackNow } from '@/features/settings/useLookback';
import { day } from '@/lib/moments';
import { Failure } from '@/ui/Failure';
import { Note } from '@/ui/Note';
import { usePrivacy } from '@/ui/Privacy';
import { Unopened } from '@/ui/Unopened';

interface LookbackPaneProps {
  lookback: LookbackNow;
  version: number;
  isChanged: boolean;
}

/** What the list would have been worth on past mornings, and what a draft would change today. */
export function LookbackPane({ lookback, version, isChanged }: LookbackPaneProps) {
  const { t } = useTranslation('settings');
  const problem = useProblemWords();
  const { found, done, people, error, isFailed, again } = lookback;
  return (
    <section aria-labelledby="lookback" className={classes.section} aria-busy={!found}>
      <h2 id="lookback">{t('lookback')}</h2>
      {Boolean(error) && <Failure {...problem(error)} onRetry={again} />}
      {isFailed && <Failure text={t('lookback-failed')} onRetry={again} />}
      {!found && !error && !isFailed && (
        <p role="status">{people > 0 ? t('looking', { done, count: people }) : t('looking-begins')}</p>
      )}
      {found && (
        <>
          <Unopened unopened={found.unopened} />
          <Measure found={found} version={version} isChanged={isChanged} />
          {isChanged && <Changes found={found} />}
        </>
      )}
    </section>
  );
}

function Measure({ found, version, isChanged }: { found: Found; version: number; isChanged: boolean }) {
  const { t } = useTranslation('settings');
  const { now, draft, newest, random, from, until, days } = found;
  const said = (date: string) => day(`${date}T12:00:00Z`, 'UTC', Date.parse(`${until}T12:00:00Z`));
  const best = isChanged ? draft : now;
  const isNoBetter = best.share.enough && newest.enough && newest.percent >= best.share.percent;
  return (
    <>
      <p className={classes.quiet}>
        {from && until
          ? t('measured', { from: said(from), until: said(until), count: days })
          : t('measured-nothing')}
        {found.leftOut > 0 && ` ${t('left-out', { count: found.leftOut })}`}
      </p>
      <table className={classes.measure}>
        <caption>{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('by')}</th>
            <th scope="col">{t('went-on')}</th>
            <th scope="col">{t('missed')}</th>
          </tr>
        </thead>
        <tbody>
          <Row name={t('by-now', { version })} share={now.share} missed={t('missed-of', { ...now })} />
          {isChanged && (
            <Row name={t('by-draft')} share={draft.share} missed={t('missed-of', { ...draft })} />
          )}
          <Row name={t('by-newest')} share={newest} />
          <Row name={t('by-lot')} share={random} />
        </tbody>
      </table>
      {isNoBetter && <Note tone="warn">{t('no-better')}</Note>}
      <p>
        {t('already-booked', { count: best.alreadyBooked })}{' '}
        {best.bookedUnheard > 0 && t('booked-unheard', { count: best.bookedUnheard })}
      </p>
      <p className={classes.quiet}>{t('not-replayed')}</p>
    </>
  );
}

function Row({ name, share, missed }: { name: string; share: Share; missed?: string }) {
  const { t } = useTranslation('settings');
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {share.enough ? t('share', { ...share }) : t('too-few', { count: share.counted })}
        {share.enough && (
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden className={classes.bar}>
            <rect x={0} y={3.5} width={100} height={1} />
            <rect
              x={share.lowPercent}
              y={2}
              width={Math.max(1, share.highPercent - share.lowPercent)}
              height={4}
              className={classes.interval}
            />
            <rect x={share.percent - 0.5} y={0} width={1} height={8} className={classes.middle} />
          </svg>
        )}
      </td>
      <td>{missed ?? ''}</td>
    </tr>
  );
}

function Changes({ found }: { found: Found }) {
  const { t } = useTranslation('settings');
  const { mode } = usePrivacy();
  const called = ({ name, initials }: Found['entered'][number]) =>
    ({ names: name, initials, hidden: undefined })[mode] ?? t('name-hidden');
  const { entered, left, moved } = found;
  if (entered.length + left.length + moved.length === 0) return <p>{t('nothing-moves')}</p>;
  return (
    <div className={classes.changes}>
      <h3>{t('today')}</h3>
      {entered.length > 0 && (
        <p>{t('entered', { count: entered.length, who: entered.map(called).join(', ') })}</p>
      )}
      {left.length > 0 && <p>{t('left', { count: left.length, who: left.map(called).join(', ') })}</p>}
      {moved.length > 0 && (
        <ul className={classes.moves} aria-label={t('moved')}>
          {moved.map(({ person, from, to }) => (
            <li key={person.personId}>{t('moved-from-to', { who: called(person), from, to })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
