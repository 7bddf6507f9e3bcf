import { useTranslation } from 'react-i18next';

import { OutcomeWords } from '@/features/leads/OutcomeWords';
import { type Clock, useSentences } from '@/features/leads/sentences';
import type { Clash } from '@/features/leads/useOutcomes';
import { Note } from '@/ui/Note';

/** Answers a clash with what the other just did, and says what to do with one's own entry. */
export function ClashNote({ clash, clock }: { clash: Clash; clock: Clock }) {
  const { t } = useTranslation('leads');
  const { placement } = useSentences(clock);
  const newest = clash.outcomes[0];
  return (
    <Note tone="warn">
      <p>{t('clash')}</p>
      {newest && (
        <p>
          {t('clash-newest')} <OutcomeWords outcome={newest} clock={clock} />
        </p>
      )}
      {clash.placement.state !== 'listed' && (
        <p>
          {t('clash-gone')} {clash.placement.causes.map(placement).join(' ')}
        </p>
      )}
      <p>{t('clash-choose-again')}</p>
    </Note>
  );
}
