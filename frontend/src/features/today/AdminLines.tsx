import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { CareFactsLine } from '@/features/today/CareFactsLine';
import { ConfirmLine } from '@/features/today/ConfirmLine';
import { HelpNumbersLine } from '@/features/today/HelpNumbersLine';
import { FirstContactLine } from '@/features/today/FirstContactLine';
import { Line } from '@/features/today/Line';
import { RebookLine } from '@/features/today/RebookLine';
import { approvalsQuery, summaryQuery } from '@/features/today/today';
import { moment } from '@/lib/moments';
import { paths } from '@/lib/paths';

/** What never ran, runs or was paused is late for nothing. */
const NOT_ON_TIME = new Set(['late', 'stopped', 'action-needed']);

/** Calm: a line each, and nobody's name where a number will do. */
export function AdminLines() {
  return (
    <>
      <ListLines />
      <ConfirmLine />
      <FirstContactLine />
      <CareFactsLine />
      <RebookLine />
      <ConnectionsLine />
      <ApprovalsLine />
      <HelpNumbersLine />
    </>
  );
}

function ListLines() {
  const { t } = useTranslation('today');
  const summary = useQuery(summaryQuery);
  return (
    <>
      <Line title={t('calls')} query={summary}>
        {({ callBacksDue, nextCallBacks, asOf, zone }) => (
          <p>
            {callBacksDue > 0 && `${t('calls-due', { count: callBacksDue })} `}
            {nextCallBacks
              ? t('calls-next', {
                  count: nextCallBacks.count,
                  when: moment(nextCallBacks.at, zone, Date.parse(asOf)),
                })
              : t('calls-none')}
          </p>
        )}
      </Line>
      <Line title={t('hot')} query={summary}>
        {({ counts, newHotSince, asOf, zone }) => (
          <>
            <p>
              {t('hot-new', { count: counts.newHot, when: moment(newHotSince, zone, Date.parse(asOf)) })}{' '}
              {counts.newHot > 0 && (
                <Link to={paths.leads} search={{ view: 'new-hot' }}>
                  {t('to-new-hot')}
                </Link>
              )}
            </p>
            <p>
              {t('hot-count', { count: counts.hot })} <Link to={paths.leads}>{t('to-leads')}</Link>
            </p>
          </>
        )}
      </Line>
    </>
  );
}

function ConnectionsLine() {
  const { t } = useTranslation('today');
  const query = useQuery(summaryQuery);
  return (
    <Line title={t('connections')} query={query}>
      {({ freshness }) => {
        const late = freshness.filter(({ state }) => NOT_ON_TIME.has(state));
        if (late.length === 0) return <p>{t('connections-fine')}</p>;
        return (
          <p>
            {late.map(({ source }) => t('connections-late', { name: t(`source-${source}`) })).join(' ')}{' '}
            <Link to={paths.connections}>{t('to-connections')}</Link>
          </p>
        );
      }}
    </Line>
  );
}

function ApprovalsLine() {
  const { t } = useTranslation('today');
  const query = useQuery(approvalsQuery);
  return (
    <Line title={t('approvals')} query={query}>
      {(count) =>
        count === 0 ? (
          <p>{t('approvals-none')}</p>
        ) : (
          <p>
            {t('approvals-count', { count })} <Link to={paths.access}>{t('to-access')}</Link>
          </p>
        )
      }
    </Line>
  );
}
