import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Person } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import type { Clock } from '@/features/access/clock';
import { useAccessWords } from '@/features/access/useAccessWords';
import { Moment } from '@/ui/Moment';

interface PeopleTableProps {
  people: readonly Person[];
  clock: Clock;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
  onManage: (id: string) => void;
}

const HEADS = ['who', 'role', 'factors', 'seen', 'sessions'] as const;

/** Everyone with an account, in the order they joined. */
export function PeopleTable({ people, clock, hasMore, isLoadingMore, onMore, onManage }: PeopleTableProps) {
  const { t } = useTranslation('access');
  return (
    <section className={classes.section} aria-labelledby="access-people">
      <h2 id="access-people">{t('people')}</h2>
      {people.length === 1 && people[0]?.you && <p>{t('only-you')}</p>}
      <table className={classes.table}>
        <caption className={classes.caption}>{t('people')}</caption>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {t(`column-${head}`)}
              </th>
            ))}
            <th scope="col">
              <span className={classes.caption}>{t('manage')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row key={person.id} person={person} clock={clock} onManage={onManage} />
          ))}
        </tbody>
      </table>
      {hasMore && (
        <div>
          <Button variant="default" onClick={onMore} loading={isLoadingMore}>
            {t('more-people')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Row({ person, clock, onManage }: { person: Person } & Pick<PeopleTableProps, 'clock' | 'onManage'>) {
  const { t } = useTranslation('access');
  const { name, email, standing } = useAccessWords();
  const { factors, lastSeenAt, sessions, you } = person;
  const shown = name(person.name);
  return (
    <tr>
      <td>
        <div className={classes.name}>{you ? t('you', { name: shown }) : shown}</div>
        <div className={classes.quiet}>{email(person.email)}</div>
        {standing(person) && <div className={classes.standing}>{standing(person)}</div>}
      </td>
      <td>{t(`role-${person.role}`)}</td>
      <td>
        {factors.map(({ kind, addedAt, lastUsedAt }) => (
          <div key={addedAt}>
            {t(`factor-${kind}`)}{' '}
            <span className={classes.quiet}>
              {lastUsedAt
                ? t('factor-used', { at: lastUsedAt, ...clock })
                : t('factor-added', { at: addedAt, ...clock })}
            </span>
          </div>
        ))}
      </td>
      <td data-head={t('column-seen')}>
        {lastSeenAt && <Moment at={lastSeenAt} {...clock} as="relative" />}
      </td>
      <td data-head={t('column-sessions')}>
        {sessions.length > 0 && t('open-sessions', { count: sessions.length })}
      </td>
      <td className={classes.act}>
        <Button
          variant="default"
          size="compact-md"
          aria-label={t('manage-whom', { name: shown })}
          onClick={() => onManage(person.id)}
        >
          {t('manage')}
        </Button>
      </td>
    </tr>
  );
}
