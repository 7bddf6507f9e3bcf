import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { moodQuery } from '@/features/clients/clients';
import classes from '@/features/clients/Clients.module.css';
import { day, moment } from '@/lib/moments';
import { Failure } from '@/ui/Failure';
import { Moment } from '@/ui/Moment';
import { usePrivacy } from '@/ui/Privacy';
import { TrendChart } from '@/ui/TrendChart';
import { Unopened } from '@/ui/Unopened';
import { usePracticeNow } from '@/ui/usePracticeNow';

const DAY_MS = 86_400_000;

interface MoodProps {
  personId: string;
  zone: string;
  onHide: () => void;
}

/** How a client says they are: a chart, and the same in words. */
export function Mood({ personId, zone, onHide }: MoodProps) {
  const { t } = useTranslation('clients');
  const words = useProblemWords();
  const { mode } = usePrivacy();
  const isShown = mode === 'names';
  const { data, error, refetch } = useQuery({ ...moodQuery(personId), enabled: isShown });
  const now = usePracticeNow(data);
  const said = (at: string) => moment(at, zone, now);
  return (
    <div className={classes.mood}>
      {!isShown && <p>{t('mood-hidden')}</p>}
      {error && <Failure {...words(error)} onRetry={() => void refetch()} />}
      <Unopened unopened={data?.unopened} />
      {isShown && data && data.items.length === 0 && <p>{t('mood-none')}</p>}
      {isShown && data && data.items.length > 0 && (
        <>
          <TrendChart
            label={t('mood-chart')}
            from={now - data.days * DAY_MS}
            to={now}
            lowest={1}
            highest={10}
            ends={[
              day(new Date(now - data.days * DAY_MS).toISOString(), zone, now),
              day(data.asOf, zone, now),
            ]}
            points={data.items.map(({ id, at, answer, usual }) => ({
              id,
              at: Date.parse(at),
              value: answer,
              usual: usual ?? null,
              words: t('mood-point', { when: said(at), answer }),
            }))}
          />
          <ul aria-label={t('mood-table')} className={classes.entries}>
            {data.items.toReversed().map((item) => (
              <li key={item.id}>
                <Moment at={item.at} zone={zone} now={now} /> <strong>{item.answer}</strong> {item.note}
              </li>
            ))}
          </ul>
        </>
      )}
      <div>
        <Button variant="default" onClick={onHide}>
          {t('mood-hide')}
        </Button>
      </div>
    </div>
  );
}
