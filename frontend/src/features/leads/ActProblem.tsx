import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import type { Clash } from '@/features/leads/clash';
import type { Clock } from '@/features/leads/sentences';
import { useStaff } from '@/features/leads/staff';
import type { Refusal } from '@/features/leads/useActs';
import { Failure } from '@/ui/Failure';
import { Moment } from '@/ui/Moment';
import { Note } from '@/ui/Note';

/** Why an act was not done, above the very entry that was made for it. */
export function ActProblem({ refusal, clock }: { refusal: Refusal | undefined; clock: Clock }) {
  const words = useProblemWords();
  if (!refusal) return null;
  if (!refusal.clash) return <Failure {...words(refusal.error)} />;
  return <ClashNote clash={refusal.clash} clock={clock} />;
}

/** Answers a clash with what the other just did, and says what to do with one's own entry. */
function ClashNote({ clash, clock }: { clash: Clash; clock: Clock }) {
  const { t, i18n } = useTranslation('leads');
  const { whoIs } = useStaff();
  const key = [`outcome-${clash.latestKind}`, `act-${clash.latestKind}`].find((each) =>
    i18n.exists(`leads:${each}`),
  );
  return (
    <Note tone="warn">
      <p>
        {clash.latestKind === 'booking'
          ? t('clash-booking')
          : t('clash-who', {
              who: clash.latestByYou ? t('you') : whoIs(clash.latestBy),
              what: key ? t(key) : clash.latestKind,
            })}
        {', '}
        <Moment at={clash.latestAt} as="relative" {...clock} />
        {t('full-stop')}
      </p>
      <p>{t('clash-yours')}</p>
    </Note>
  );
}
