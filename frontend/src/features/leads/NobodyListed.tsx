import { useTranslation } from 'react-i18next';

import type { LeadList } from '@/features/leads/leads';
import classes from '@/features/leads/NobodyListed.module.css';

/** An empty list is either good news or one that has not been filled yet; the sources tell which. */
export function NobodyListed({ list }: { list: LeadList }) {
  const { t } = useTranslation('leads');
  const isFirstUse = list.freshness.every(({ state }) => state === 'not-run-yet');
  return (
    <div className={classes.words}>
      <h2>{t(isFirstUse ? 'empty-first-title' : 'empty-done-title')}</h2>
      <p>{t(isFirstUse ? 'empty-first' : 'empty-done')}</p>
    </div>
  );
}
