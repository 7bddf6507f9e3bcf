import { useTranslation } from 'react-i18next';

import { type CalendarAnswer, isKnown } from '@/features/calendar/calendar';
import { moment } from '@/lib/moments';
import { Note } from '@/ui/Note';
import { useCause } from '@/ui/useCause';

interface GoogleStatesProps {
  answer: CalendarAnswer;
  clock: { zone: string; now: number };
}

/** Whose Google calendar cannot be read just now, and why: their time is unknown, and not free. */
export function GoogleStates({ answer, clock }: GoogleStatesProps) {
  const { t } = useTranslation('calendar');
  const sayCause = useCause();
  return answer.calendars
    .filter(({ google }) => google && !isKnown(google))
    .map(({ id, practitioner, google }) => {
      const why = google?.causeKey ? sayCause(google.causeKey) : t('no-cause');
      const since = google?.fetchedTo;
      return (
        <Note key={id} tone="warn">
          {since
            ? t('unknown-since', { practitioner, why, time: moment(since, clock.zone, clock.now) })
            : t('unknown-yet', { practitioner, why })}
        </Note>
      );
    });
}
