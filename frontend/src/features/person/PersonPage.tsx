import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { AttendanceStrip } from '@/features/person/AttendanceStrip';
import type { MoodOfPage } from '@/features/person/mood';
import { headQuery, PERSON_KEY } from '@/features/person/person';
import classes from '@/features/person/Person.module.css';
import { PersonSummary } from '@/features/person/PersonSummary';
import type { PersonClock } from '@/features/person/Session';
import { Timeline } from '@/features/person/Timeline';
import { Failure } from '@/ui/Failure';
import { RowsLoading } from '@/ui/RowsLoading';
import { usePracticeNow } from '@/ui/usePracticeNow';

interface PersonPageProps {
  personId: string;
  whoIs: (id: string) => string;
  mood: MoodOfPage;
  /** The way to what may be done about them, for those who may. */
  acts?: ReactNode;
  /** What stands at the end for those who may see it, such as who has viewed. */
  after?: ComponentType<{ personId: string; clock: PersonClock }>;
}

/** One person: the head first, then whether they came and what happened. No name in the tab's title. */
export function PersonPage({ personId, whoIs, mood, acts, after: After }: PersonPageProps) {
  const { t } = useTranslation(['person', 'app']);
  const words = useProblemWords();
  const client = useQueryClient();
  const head = useQuery(headQuery(personId));
  const now = usePracticeNow(head.data);
  const look = () => void head.refetch();
  const clock = head.data && { zone: head.data.zone, now };
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      {head.isError && !head.data && (
        <>
          <h1>{t('title')}</h1>
          <Failure {...words(head.error)} onRetry={look} />
        </>
      )}
      {head.isPending && (
        <RowsLoading
          isStopped={head.fetchStatus === 'idle'}
          onCancel={() => void client.cancelQueries({ queryKey: PERSON_KEY })}
          onRetry={look}
        />
      )}
      {head.data && clock && (
        <>
          <PersonSummary head={head.data} clock={clock} whoIs={whoIs} />
          {acts && <p>{acts}</p>}
          <AttendanceStrip
            personId={personId}
            recordVersion={head.data.recordVersion}
            clock={clock}
            whoIs={whoIs}
          />
          <MoodSection personId={personId} zone={clock.zone} mood={mood} />
          <Timeline personId={personId} mood={mood} clock={clock} whoIs={whoIs} />
          {After && <After personId={personId} clock={clock} />}
        </>
      )}
    </div>
  );
}

interface MoodSectionProps {
  personId: string;
  zone: string;
  mood: MoodOfPage;
}

function MoodSection({ personId, zone, mood: { isOpen, change, Part } }: MoodSectionProps) {
  const { t } = useTranslation('person');
  return (
    <section aria-labelledby="mood" className={classes.section}>
      <h2 id="mood">{t('mood')}</h2>
      {isOpen ? (
        <Part personId={personId} zone={zone} onHide={() => change(false)} />
      ) : (
        <>
          <p className={classes.quietWords}>{t('mood-recorded')}</p>
          <button type="button" className={classes.more} onClick={() => change(true)}>
            {t('mood-show')}
          </button>
        </>
      )}
    </section>
  );
}
