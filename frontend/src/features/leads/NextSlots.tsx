import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import classes from '@/features/leads/NextSlots.module.css';
import { type Clock, useSentences } from '@/features/leads/sentences';
import { type NextSlot, type NextSlots as Found, slotsQuery } from '@/features/leads/slots';
import { Failure } from '@/ui/Failure';
import { Moment } from '@/ui/Moment';
import { Note } from '@/ui/Note';
import { useDelay } from '@/ui/useDelay';

const LONG_MS = 10_000;
/** Others book meanwhile: after so long nobody should be offered a time without another look. */
const OLD_MS = 600_000;

interface NextSlotsProps {
  personId: string;
  clock: Clock;
}

/** Up to three times that suit this person, each with why; and what to do first where that is not sure. */
export function NextSlots({ personId, clock }: NextSlotsProps) {
  const { t } = useTranslation('leads');
  const words = useProblemWords();
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery(slotsQuery(personId));
  const onAgain = () => void refetch();
  return (
    <section aria-labelledby="slots" aria-busy={isFetching} className={classes.slots}>
      <h3 id="slots" className={classes.title}>
        {t('slots')}
      </h3>
      {isFetching && <Looking />}
      {!isFetching && error && <Failure {...words(error)} onRetry={onAgain} />}
      {!isFetching && !error && data && (
        <Answer key={dataUpdatedAt} found={data} clock={clock} onAgain={onAgain} />
      )}
    </section>
  );
}

function Looking() {
  const { t } = useTranslation('leads');
  const isNoticeable = useDelay(150);
  const isLong = useDelay(LONG_MS);
  return (
    <p role="status" className={classes.about}>
      {isNoticeable && t(isLong ? 'slots-looking-long' : 'slots-looking')}
    </p>
  );
}

interface AnswerProps {
  found: Found;
  clock: Clock;
  onAgain: () => void;
}

function Answer({ found: { state, causeKey, items }, clock, onAgain }: AnswerProps) {
  const { t } = useTranslation('leads');
  const { cause } = useSentences(clock);
  const isOld = useDelay(OLD_MS);
  const why = causeKey ? cause(causeKey) : '';
  const again = (
    <button type="button" className={classes.again} onClick={onAgain}>
      {t('slots-again')}
    </button>
  );
  // Not the alarm of a failure of ours: Acuity may be away for an hour, and each person opened would sound it.
  if (state === 'cannot-load')
    return (
      <Note tone="warn">
        {t('slots-cannot-load')} {why} {again}
      </Note>
    );
  if (items.length === 0) return <p className={classes.about}>{why}</p>;
  const isUnsure = state !== 'loaded' || isOld;
  return (
    <>
      {isUnsure && (
        <Note tone="warn">
          {t('slots-check')} {isOld ? t('slots-old') : why} {again}
        </Note>
      )}
      <ul className={classes.list}>
        {items.map((slot) => (
          <Slot
            key={slot.startsAt}
            slot={slot}
            clock={clock}
            isUnsure={isOld || !slot.bookable || slot.freeInGoogle === false}
          />
        ))}
      </ul>
    </>
  );
}

function Slot({ slot, clock, isUnsure }: { slot: NextSlot; clock: Clock; isUnsure: boolean }) {
  const { t } = useTranslation('leads');
  const { slot: fit } = useSentences(clock);
  const about = [
    slot.practitioner && t('slot-with', { name: slot.practitioner }),
    slot.typeName,
    t('minutes', { count: slot.durationMinutes }),
    slot.freeInGoogle && t('slot-free'),
    t(isUnsure ? 'slot-check' : 'slot-bookable'),
  ];
  return (
    <li className={classes.slot}>
      <strong>
        <Moment at={slot.startsAt} {...clock} />
      </strong>
      <span className={classes.why}>{fit(slot.sentence)}</span>
      <span className={classes.about}>{about.filter(Boolean).join(' · ')}</span>
    </li>
  );
}
