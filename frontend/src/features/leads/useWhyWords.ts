import { useTranslation } from 'react-i18next';

import type { Hit } from '@/features/leads/peopleSearch';
import { type Clock, useSentences } from '@/features/leads/sentences';
import { useStaff } from '@/features/leads/staff';
import { shownScore } from '@/lib/points';

/** Where a person stands, for "Why isn't … here?": on the list, below the line, or off it and what keeps them off. */
export function useWhyWords(clock: Clock): (hit: Hit) => string {
  const { t } = useTranslation('leads');
  const { say, placement } = useSentences(clock, useStaff());
  return ({ why, lead }) => {
    const score = shownScore(lead.scoreTenths);
    const reason = lead.reasons[0];
    switch (why.key) {
      case 'listed':
        return t('why-listed', { score, band: t(`band-${lead.band}`) });
      case 'below-the-line':
        return t('why-below', { score, reason: reason ? say(reason.sentence) : '' });
      case 'no-reason':
        return t('why-no-reason');
      default:
        return `${t('placement-off-the-list')} ${placement(why)}`;
    }
  };
}
