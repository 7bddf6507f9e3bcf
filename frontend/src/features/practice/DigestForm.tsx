import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useDecision } from '@/api/useDecision';
import { type Digest, digestQuery, saveDigest } from '@/features/practice/decisions';
import classes from '@/features/practice/Practice.module.css';
import { clockOf, minuteOf } from '@/lib/clock';
import { day } from '@/lib/moments';
import { DecisionPart } from '@/ui/DecisionPart';
import { Refused } from '@/ui/Refused';

/** Whether and when the day's counts are mailed. */
export function DigestForm({ digest }: { digest: Digest }) {
  const { t } = useTranslation('practice');
  const decision = useDecision({
    held: { on: digest.on, at: clockOf(digest.atMinute) },
    queryKey: digestQuery.queryKey,
    save: ({ on, at }) => saveDigest(on, minuteOf(at), digest.version),
    check: ({ at }): Map<string, string> => new Map(at ? [] : [['at', 'digest-no-time']]),
  });
  const { typed, wrong } = decision;
  const noon = digest.lastDay && `${digest.lastDay}T12:00:00Z`;
  return (
    <DecisionPart
      title={t('digest')}
      about={t('digest-about')}
      isDefault={digest.version === 0}
      state={decision.state}
      isSaving={decision.isSaving}
      failure={decision.refused && <Refused {...decision.refused} />}
      onSubmit={decision.submit}
    >
      <label className={classes.mark}>
        <input
          type="checkbox"
          checked={typed.on}
          onChange={({ currentTarget }) => decision.change({ ...typed, on: currentTarget.checked })}
        />
        {t('digest-on')}
      </label>
      <TextInput
        type="time"
        label={t('digest-at')}
        description={t('digest-at-help', { zone: digest.zone })}
        value={typed.at}
        error={wrong.get('at') && t('digest-no-time')}
        disabled={!typed.on}
        onChange={({ currentTarget }) => decision.change({ ...typed, at: currentTarget.value })}
      />
      {noon && <p>{t('digest-last', { day: day(noon, 'UTC', Date.parse(noon)) })}</p>}
    </DecisionPart>
  );
}
