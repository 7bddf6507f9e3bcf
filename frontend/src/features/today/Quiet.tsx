import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import {
  approvalsQuery,
  careQuery,
  confirmationsQuery,
  rebooksQuery,
  sessionsQuery,
  summaryQuery,
  unclearQuery,
} from '@/features/today/today';
import classes from '@/features/today/Today.module.css';

const NOT_ON_TIME = new Set(['late', 'stopped', 'action-needed']);

const isEmpty = (page: { items: readonly unknown[] } | undefined) => page?.items.length === 0;

/** Said once everything is known and nothing of it waits; a line that cannot be loaded may have something. */
export function QuietForAdmins() {
  const [summary, confirmations, care, rebooks, approvals] = useQueries({
    queries: [summaryQuery, confirmationsQuery, careQuery, rebooksQuery, approvalsQuery],
  });
  const list = summary.data;
  const isQuiet =
    list !== undefined &&
    list.callBacksDue === 0 &&
    list.counts.hot === 0 &&
    !list.freshness.some(({ state }) => NOT_ON_TIME.has(state)) &&
    isEmpty(confirmations.data) &&
    isEmpty(care.data) &&
    isEmpty(rebooks.data) &&
    approvals.data === 0;
  return <Quiet isQuiet={isQuiet} />;
}

export function QuietForPractitioners() {
  const [sessions, care, unclear] = useQueries({ queries: [sessionsQuery, careQuery, unclearQuery] });
  return <Quiet isQuiet={[sessions.data, care.data, unclear.data].every(isEmpty)} />;
}

function Quiet({ isQuiet }: { isQuiet: boolean }) {
  const { t } = useTranslation('today');
  return isQuiet ? <p className={classes.quiet}>{t('quiet')}</p> : null;
}
