import { useTranslation } from 'react-i18next';

import { PRACTICE_KEY, type Practice } from '@/api/practice';
import { useDecision } from '@/api/useDecision';
import { saveContactTimes, typedOf, wrongIn } from '@/features/hours/hours';
import { WeekHours } from '@/features/hours/WeekHours';
import { DecisionPart } from '@/ui/DecisionPart';
import { Refused } from '@/ui/Refused';

/** When people may be called; the contact card says so outside these times. */
export function ContactTimesForm({ times }: { times: Practice['contactTimes'] }) {
  const { t } = useTranslation('hours');
  const decision = useDecision({
    held: typedOf(times),
    queryKey: PRACTICE_KEY,
    save: ({ hours }) => saveContactTimes(hours, times.version),
    check: wrongIn,
  });
  return (
    <DecisionPart
      title={t('contact-times')}
      about={t('contact-times-about')}
      isDefault={times.version === 0}
      state={decision.state}
      isSaving={decision.isSaving}
      failure={decision.refused && <Refused {...decision.refused} />}
      onSubmit={decision.submit}
    >
      <WeekHours
        hours={decision.typed.hours}
        wrong={decision.wrong}
        onChange={(hours) => decision.change({ hours })}
      />
    </DecisionPart>
  );
}
