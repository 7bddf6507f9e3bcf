import { useTranslation } from 'react-i18next';

import type { LeadDetail } from '@/features/leads/leads';
import type { Clock } from '@/features/leads/sentences';
import { Moment } from '@/ui/Moment';

type Outcome = LeadDetail['outcomes'][number];

/** "Left message, by a colleague, 2 hours ago" */
export function OutcomeWords({ outcome, clock }: { outcome: Outcome; clock: Clock }) {
  const { t } = useTranslation('leads');
  return (
    <>
      {t(`outcome-${outcome.kind}`)}
      {outcome.callBackAt && (
        <>
          {' '}
          <Moment at={outcome.callBackAt} {...clock} />
        </>
      )}
      {t(outcome.byYou ? 'outcome-by-you' : 'outcome-by-colleague')}
      {', '}
      <Moment at={outcome.at} as="relative" {...clock} />
      {outcome.undone && ` ${t('outcome-undone')}`}
    </>
  );
}
