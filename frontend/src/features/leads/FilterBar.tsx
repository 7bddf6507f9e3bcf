import { memo, type ReactNode, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import classes from '@/features/leads/FilterBar.module.css';
import {
  BANDS,
  isNarrowed,
  type LeadsFilter,
  NOBODY,
  RULES,
  type View,
  viewOf,
  VIEWS,
} from '@/features/leads/filters';
import { summaryQuery } from '@/features/leads/leads';
import { useStaff } from '@/features/leads/staff';
import { useFilterWords } from '@/features/leads/useFilterWords';

interface FilterBarProps {
  filter: LeadsFilter;
  /** The filter of the list that is shown, which the counts are of: they are asked for once the people are there. */
  counted: LeadsFilter;
  onChange: (filter: LeadsFilter) => void;
}

/** Which people are shown: a view, and what they have in common. */
export const FilterBar = memo(function FilterBar({ filter, counted, onChange }: FilterBarProps) {
  const { t } = useTranslation('leads');
  const { staff } = useStaff();
  const [isUnfolded, setUnfolded] = useState(false);
  const summary = useQuery(summaryQuery(counted)).data;
  const words = useFilterWords(filter, summary?.practitioners);
  const { view: _, ...anyView } = filter;
  const view = viewOf(filter);
  const wordsOf = (each: View) => {
    if (!summary || each === 'listed') return t(`view-${each}`);
    const { newHot, snoozed, doneToday } = summary.counts;
    const count = { 'new-hot': newHot, snoozed, 'done-today': doneToday }[each];
    const key = count < summary.countedTo ? 'view-counted' : 'view-counted-or-more';
    return t(key, { view: t(`view-${each}`), count });
  };
  const set = (part: { [Key in keyof LeadsFilter]: LeadsFilter[Key] | undefined }) =>
    onChange(withoutGaps({ ...filter, ...part }));
  return (
    <>
      <button
        type="button"
        className={classes.fold}
        aria-expanded={isUnfolded}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        <ListFilter size={18} aria-hidden />
        {[view !== 'listed' && wordsOf(view), words].filter(Boolean).join(', ') || t('filters')}
      </button>
      <div
        className={classes.bar}
        role="group"
        aria-label={t('filters')}
        data-folded={!isUnfolded || undefined}
      >
        <Choice label={t('filter-view')} value={view} onChange={(other) => onChange(to(other, anyView))}>
          {VIEWS.map((each) => (
            <option key={each} value={each}>
              {wordsOf(each)}
            </option>
          ))}
        </Choice>
        <Choice
          label={t('owner')}
          value={filter.owner}
          onChange={(owner) => set({ owner: owner || undefined })}
        >
          <option value="">{t('any')}</option>
          {staff.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={NOBODY}>{t('owner-nobody')}</option>
        </Choice>
        {view === 'listed' && (
          <Choice
            label={t('filter-band')}
            value={filter.band}
            onChange={(value) => set({ band: BANDS.find((band) => band === value) })}
          >
            <option value="">{t('any')}</option>
            {BANDS.map((band) => (
              <option key={band} value={band}>
                {t(`band-${band}`)}
              </option>
            ))}
          </Choice>
        )}
        <Choice
          label={t('filter-reason')}
          value={filter.reason}
          onChange={(reason) => set({ reason: reason || undefined })}
        >
          <option value="">{t('any')}</option>
          {RULES.map((rule) => (
            <option key={rule} value={rule}>
              {t(`rule-${rule}`)}
            </option>
          ))}
        </Choice>
        <Choice
          label={t('filter-calendar')}
          value={filter.calendar}
          onChange={(value) => set({ calendar: value ? Number(value) : undefined })}
        >
          <option value="">{t('any')}</option>
          {summary?.practitioners.map(({ calendarId, name }) => (
            <option key={calendarId} value={calendarId}>
              {name}
            </option>
          ))}
        </Choice>
        {isNarrowed(filter) && (
          <button type="button" className={classes.clear} onClick={() => onChange(to(view, {}))}>
            {t('clear')}
          </button>
        )}
      </div>
    </>
  );
});

function to(value: string, filter: LeadsFilter): LeadsFilter {
  const view = VIEWS.find((each) => each === value);
  if (!view || view === 'listed') return filter;
  // Who is not on the list has no band, and who is newly hot has one band alone.
  const { band: _, ...rest } = filter;
  return { ...rest, view };
}

function withoutGaps(filter: object): LeadsFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

interface ChoiceProps {
  label: string;
  value: string | number | undefined;
  onChange: (value: string) => void;
  children: ReactNode;
}

function Choice({ label, value = '', onChange, children }: ChoiceProps) {
  return (
    <label className={classes.choice} data-set={value !== '' || undefined}>
      <span className={classes.label}>{label}</span>
      <select
        className={classes.select}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {children}
      </select>
    </label>
  );
}
