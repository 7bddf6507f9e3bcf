import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { approvalsQuery, invitesQuery, lookAgain, peopleQuery } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import { Approvals } from '@/features/access/Approvals';
import { CardLine } from '@/features/access/CardLine';
import { InviteDialog } from '@/features/access/InviteDialog';
import { Invites } from '@/features/access/Invites';
import { PeopleTable } from '@/features/access/PeopleTable';
import { PersonDialog } from '@/features/access/PersonDialog';
import { ownZone } from '@/lib/moments';
import { Failure } from '@/ui/Failure';
import { Note } from '@/ui/Note';
import { RowsLoading } from '@/ui/RowsLoading';

/** Who may sign in and as what. Nothing here is shown as done before it is. */
export function AccessPage({ erasures }: { erasures?: ReactNode }) {
  const { t } = useTranslation(['access', 'app']);
  const words = useProblemWords();
  const client = useQueryClient();
  const people = useInfiniteQuery(peopleQuery);
  const invites = useQuery(invitesQuery);
  const approvals = useQuery(approvalsQuery);
  const [isInviting, setInviting] = useState(false);
  const [managed, setManaged] = useState<string | null>(null);
  const clock = { zone: ownZone(), now: people.dataUpdatedAt };
  const error = people.error ?? invites.error ?? approvals.error;
  const again = () => void lookAgain(client);
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      <header className={classes.header}>
        <h1>{t('title')}</h1>
        <Button leftSection={<UserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
          {t('invite')}
        </Button>
      </header>
      {error && <Failure {...words(error)} onRetry={again} />}
      {approvals.data && people.data && (
        <>
          <Approvals approvals={approvals.data} people={people.data} clock={clock} />
          {erasures}
          {!approvals.data.noticesMailed && <Note tone="warn">{t('not-mailed')}</Note>}
          <CardLine card={approvals.data.card} clock={clock} />
        </>
      )}
      {people.data && (
        <PeopleTable
          people={people.data}
          clock={clock}
          hasMore={people.hasNextPage}
          isLoadingMore={people.isFetchingNextPage}
          onMore={() => void people.fetchNextPage()}
          onManage={setManaged}
        />
      )}
      {!people.data && !people.error && (
        <RowsLoading
          isStopped={people.fetchStatus === 'idle'}
          onCancel={() => void client.cancelQueries({ queryKey: peopleQuery.queryKey })}
          onRetry={again}
        />
      )}
      {invites.data && <Invites invites={invites.data} clock={clock} />}
      {isInviting && <InviteDialog clock={clock} onClose={() => setInviting(false)} />}
      <PersonDialog
        person={people.data?.find(({ id }) => id === managed)}
        clock={clock}
        onClose={() => setManaged(null)}
      />
    </div>
  );
}
