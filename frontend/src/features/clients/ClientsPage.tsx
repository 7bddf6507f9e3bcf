import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { ClientItem } from '@/features/clients/ClientItem';
import { clientsQuery, type ClientsPage as Page } from '@/features/clients/clients';
import classes from '@/features/clients/Clients.module.css';
import { Failure } from '@/ui/Failure';
import { useDelay } from '@/ui/useDelay';
import { Unopened } from '@/ui/Unopened';

/** A practitioner's own clients: whoever has the next session first. */
export function ClientsPage() {
  const { t } = useTranslation(['clients', 'app']);
  const words = useProblemWords();
  const { data, error, isPending, refetch } = useQuery(clientsQuery);
  const isNoticeable = useDelay(150);
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      <h1>{t('title')}</h1>
      {error && <Failure {...words(error)} onRetry={() => void refetch()} />}
      {isPending && isNoticeable && <p role="status">{t('loading')}</p>}
      {data && <List page={data} />}
    </div>
  );
}

function List({ page }: { page: Page }) {
  const { t } = useTranslation('clients');
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const found = page.items.filter(({ name }) => (name ?? '').toLowerCase().includes(wanted));
  if (page.items.length === 0) return <p>{t('none')}</p>;
  return (
    <>
      <Unopened unopened={page.unopened} />
      <label className={classes.find}>
        {t('find')}
        <input type="search" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <p role="status">{found.length === 0 ? t('none-found') : t('count', { count: found.length })}</p>
      <ul className={classes.list}>
        {found.map((client) => (
          <li key={client.personId} className={classes.item}>
            <ClientItem client={client} page={page} />
          </li>
        ))}
      </ul>
      {page.more && <p>{t('more')}</p>}
    </>
  );
}
