import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { Entry } from '@/features/audit/audit';
import classes from '@/features/audit/AuditFilters.module.css';
import { type AuditSearch, isFiltered } from '@/features/audit/auditSearch';
import { useAuditWords } from '@/features/audit/useAuditWords';
import { paths } from '@/lib/paths';

interface AuditFiltersProps {
  search: AuditSearch;
  entries: readonly Entry[];
}

/** Kinds of acts, each with all whose words begin so. */
const KINDS = [
  'list.viewed',
  'person.viewed',
  'person',
  'people.searched',
  'outcome',
  'sign-in',
  'set-up',
  'recovery',
  'invite',
  'hook',
  'request',
  'provider',
  'booking',
  'window',
  'event',
  'replay',
  'connection',
  'backfill',
  'rebuild',
  'sweep',
  'audit',
  'token',
  'signing-key',
  'sealed',
  'key',
];

/** Which entries are shown. Persons and actors are chosen in the list itself, so that no name is typed or in the address. */
export function AuditFilters({ search, entries }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const navigate = useNavigate();
  const { person: personWords, actor: actorWords, act: actWords } = useAuditWords();
  const change = (next: AuditSearch) => void navigate({ to: paths.audit, search: next, replace: true });
  const without = (name: keyof AuditSearch) => {
    const { [name]: _, ...rest } = search;
    change(rest);
  };
  const set = (name: keyof AuditSearch, value: string) =>
    value ? change({ ...search, [name]: value }) : without(name);
  const person = entries.flatMap(({ people }) => people).find(({ id }) => id === search.person);
  const byActor = entries.find(({ actor }) => actor === search.actor);
  return (
    <form className={classes.filters} aria-label={t('filters')} onSubmit={(event) => event.preventDefault()}>
      <NativeSelect
        label={t('filter-act')}
        value={search.act ?? ''}
        onChange={({ currentTarget }) => set('act', currentTarget.value)}
        data={[
          { value: '', label: t('any-act') },
          ...KINDS.map((kind) => ({ value: kind, label: t(`kind-of-${kind.replace('.', '-')}`) })),
          ...(search.act && !KINDS.includes(search.act)
            ? [{ value: search.act, label: actWords(search.act) }]
            : []),
        ]}
      />
      <TextInput
        type="date"
        label={t('filter-from')}
        value={search.from ?? ''}
        onChange={({ currentTarget }) => set('from', currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('filter-to')}
        value={search.to ?? ''}
        onChange={({ currentTarget }) => set('to', currentTarget.value)}
      />
      {search.person && (
        <Button
          variant="default"
          rightSection={<X size={16} aria-hidden />}
          onClick={() => without('person')}
        >
          {t('only-to', { name: person ? personWords(person) : t('one-person') })}
        </Button>
      )}
      {search.actor && (
        <Button variant="default" rightSection={<X size={16} aria-hidden />} onClick={() => without('actor')}>
          {t('only-by', { name: byActor ? actorWords(byActor) : t('one-actor') })}
        </Button>
      )}
      {isFiltered(search) && (
        <Button variant="subtle" onClick={() => change({})}>
          {t('clear')}
        </Button>
      )}
    </form>
  );
}
