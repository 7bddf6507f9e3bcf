import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { freshEnough } from '@/api/stepUp';
import classes from '@/features/leads/ExportPage.module.css';
import { exportAddress, type Exported, exportList } from '@/features/leads/exports';
import { filterOf, viewOf } from '@/features/leads/filters';
import { summaryQuery } from '@/features/leads/leads';
import { useSentences } from '@/features/leads/sentences';
import { useStaff } from '@/features/leads/staff';
import { useFilterWords } from '@/features/leads/useFilterWords';
import { moment } from '@/lib/moments';
import { paths } from '@/lib/paths';
import { shownScore } from '@/lib/points';
import { Failure } from '@/ui/Failure';
import { usePrivacy } from '@/ui/Privacy';
import { saveFrom } from '@/ui/saveAsFile';

const route = getRouteApi('/staff/leads/export');

/** The list on paper or as a file, after a fresh proof of who asks. Nothing is fetched until somebody chooses. */
export function ExportPage() {
  const { t } = useTranslation(['leads', 'app']);
  const problem = useProblemWords();
  const { mode } = usePrivacy();
  const search = route.useSearch();
  const filter = filterOf(search);
  const words = useFilterWords(filter, useQuery(summaryQuery(filter)).data?.practitioners);
  const printing = useMutation({ mutationFn: () => exportList(filter, mode) });
  const saving = useMutation({
    mutationFn: async (kind: 'csv' | 'json') => {
      if (await freshEnough()) saveFrom(exportAddress(kind, filter, mode), `leads.${kind}`);
    },
  });
  const error = printing.error ?? saving.error;
  return (
    <div className={classes.page}>
      <title>{`${t('export')} · ${t('app:brand')}`}</title>
      <div className={classes.choose}>
        <Link to={paths.leads} search={filter}>
          {t('export-back')}
        </Link>
        <h1>{t('export')}</h1>
        <p>
          {t('export-about', { view: t(`view-${viewOf(filter)}`), words: words || t('export-everybody') })}
        </p>
        <p>{t(`export-privacy-${mode}`)}</p>
        {error && <Failure {...problem(error)} />}
        <div className={classes.buttons}>
          <Button loading={printing.isPending} onClick={() => printing.mutate()}>
            {t('export-print')}
          </Button>
          <Button variant="default" onClick={() => saving.mutate('csv')}>
            {t('export-csv')}
          </Button>
          <Button variant="default" onClick={() => saving.mutate('json')}>
            {t('export-json')}
          </Button>
        </div>
      </div>
      {printing.data && (
        <Sheet
          key={printing.submittedAt}
          list={printing.data}
          about={`${t(`view-${viewOf(filter)}`)}${words && `, ${words}`}`}
        />
      )}
    </div>
  );
}

function Sheet({ list, about }: { list: Exported; about: string }) {
  const { t } = useTranslation('leads');
  const staff = useStaff();
  const now = Date.parse(list.asOf);
  const clock = { zone: list.zone, now };
  const { say } = useSentences(clock, staff);
  const when = (iso: string | null | undefined) => (iso ? moment(iso, list.zone, now) : '');
  useEffect(() => {
    // Once it is drawn; a browser that does not print leaves it to be read.
    window.print?.();
  }, []);
  return (
    <table className={classes.sheet}>
      <caption>
        {about}. {t('export-as-of', { when: moment(list.asOf, list.zone, now), zone: list.zone })}{' '}
        {t('people', { count: list.items.length })}. {!list.whole && t('export-goes-on')}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('export-rank')}</th>
          <th scope="col">{t('export-who')}</th>
          <th scope="col">{t('export-why')}</th>
          <th scope="col">{t('export-last-contact')}</th>
          <th scope="col">{t('export-score')}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((lead) => (
          <tr key={lead.personId}>
            <td>{lead.rank}</td>
            <th scope="row">{lead.name || t('name-hidden')}</th>
            <td>
              {lead.reasons
                .filter(({ evidence }) => evidence.length > 0)
                .map(({ sentence }) => say(sentence))
                .join('; ')}
            </td>
            <td>{when(lead.lastContactAt)}</td>
            <td className={classes.score}>
              {shownScore(lead.scoreTenths)} {lead.band && t(`band-${lead.band}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
