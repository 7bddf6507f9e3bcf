import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { useOwnZone } from '@/api/me';
import classes from '@/features/me/Me.module.css';
import { type View, viewsQuery } from '@/features/me/own';
import { Failure } from '@/ui/Failure';
import { Moment } from '@/ui/Moment';
import { useDelay } from '@/ui/useDelay';

/** Who opened the record, which part of it, and when. */
export function ViewedPart() {
  const { t } = useTranslation('me');
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-labelledby="viewed" className={classes.part}>
      <h2 id="viewed">{t('viewed')}</h2>
      {isOpen ? (
        <ViewList />
      ) : (
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('viewed-show')}
          </Button>
        </div>
      )}
    </section>
  );
}

function ViewList() {
  const { t } = useTranslation('me');
  const words = useProblemWords();
  const views = useInfiniteQuery(viewsQuery);
  const isNoticeable = useDelay(150);
  const items = views.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {views.error && <Failure {...words(views.error)} onRetry={() => void views.refetch()} />}
      {views.isPending && isNoticeable && <p role="status">{t('loading')}</p>}
      {views.data && items.length === 0 && <p>{t('viewed-none')}</p>}
      <ul className={classes.list}>
        {items.map((view) => (
          <li key={`${view.accountId} ${view.part} ${view.lastAt}`} className={classes.item}>
            <ViewWords view={view} />
          </li>
        ))}
      </ul>
      {views.hasNextPage && (
        <div>
          <Button
            variant="default"
            onClick={() => void views.fetchNextPage()}
            loading={views.isFetchingNextPage}
          >
            {t('viewed-older')}
          </Button>
        </div>
      )}
    </>
  );
}

function ViewWords({ view }: { view: View }) {
  const { t } = useTranslation('me');
  const zone = useOwnZone();
  // The trail tells real time, whatever day a demonstration lives on.
  const [now] = useState(() => Date.now());
  return (
    <>
      <span>
        {t('viewed-who', {
          who: view.name ?? t('somebody'),
          role: t(`role-${view.role}`),
          part: t(`part-${view.part}`),
        })}
        {view.times > 1 && `, ${t('viewed-times', { count: view.times })}`}
      </span>
      <span className={classes.help}>
        <Moment at={view.lastAt} zone={zone} now={now} />
      </span>
    </>
  );
}
