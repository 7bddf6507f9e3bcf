import { useTranslation } from 'react-i18next';

import classes from '@/features/leads/FreshnessStrip.module.css';
import type { Freshness } from '@/features/leads/leads';
import { type Clock, useSentences } from '@/features/leads/sentences';
import { timeToday } from '@/lib/moments';

interface FreshnessStripProps {
  freshness: readonly Freshness[];
  clock: Clock;
  isLive: boolean;
}

/** One line on how far each source has been read. A late one says so and why; no colour stands alone. */
export function FreshnessStrip({ freshness, clock, isLive }: FreshnessStripProps) {
  const { t } = useTranslation('leads');
  return (
    <p className={classes.strip}>
      {freshness.map((source) => (
        <SourceWords key={source.source} source={source} clock={clock} />
      ))}
      {!isLive && (
        <span className={classes.late} role="status">
          {t('live-paused')}
        </span>
      )}
    </p>
  );
}

function SourceWords({ source, clock }: { source: Freshness; clock: Clock }) {
  const { t } = useTranslation('leads');
  const { cause } = useSentences(clock);
  const name = t(`source-${source.source}`, { defaultValue: source.source });
  const key = source.fetchedTo ? `freshness-${source.state}` : `freshness-${source.state}-never`;
  return (
    <span className={source.state === 'on-time' ? undefined : classes.late}>
      {t(key, { name, time: source.fetchedTo ? timeToday(source.fetchedTo, clock.zone, clock.now) : '' })}{' '}
      {source.causeCode && cause(`${source.source}.${source.causeCode}`)}
    </span>
  );
}
