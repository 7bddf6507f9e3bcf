import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import classes from '@/features/leads/Palette.module.css';
import { type Hit, peopleQuery, useListClock } from '@/features/leads/peopleSearch';
import { usePersonName } from '@/features/leads/usePersonName';
import { useWhyWords } from '@/features/leads/useWhyWords';
import { furtherPages, paths, staffPages } from '@/lib/paths';
import { type Command, usePalette } from '@/ui/Commands';
import { Dialog } from '@/ui/Dialog';
import { Failure } from '@/ui/Failure';
import { Unopened } from '@/ui/Unopened';

/** Nobody is looked for before so much was typed: each search is logged. */
const SHORTEST = 2;
const TYPING_MS = 250;

interface Option extends Omit<Command, 'key'> {
  group: 'commands' | 'pages' | 'people';
  more?: string;
  letter?: string | undefined;
}

/** Goes to a page, acts on the open person, or finds anyone and says why they are not on the list. */
export function Palette() {
  const { t } = useTranslation('leads');
  const { offered, close } = usePalette();
  return (
    <Dialog isOpen={offered !== null} onClose={close} title={t('palette')} returnsFocus>
      {offered && <PaletteBody offered={offered} onClose={close} />}
    </Dialog>
  );
}

function PaletteBody({ offered, onClose }: { offered: readonly Command[]; onClose: () => void }) {
  const { t } = useTranslation('leads');
  const navigate = useNavigate();
  const problem = useProblemWords();
  const nameOf = usePersonName();
  const why = useWhyWords(useListClock());
  const list = useId();
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const [settled] = useDebouncedValue(typed.trim(), TYPING_MS);
  const isSearching = typed.trim().length >= SHORTEST;
  const found = useQuery({ ...peopleQuery(settled), enabled: settled.length >= SHORTEST });
  const hits = isSearching && settled.length >= SHORTEST ? (found.data?.hits ?? []) : [];
  const fits = (words: string) => words.toLowerCase().includes(typed.trim().toLowerCase());

  const options: Option[] = [
    ...hits.map((hit: Hit) => ({
      group: 'people' as const,
      id: hit.lead.personId,
      words: nameOf(hit.lead),
      more: why(hit),
      run: () => void navigate({ to: paths.leads, search: { person: hit.lead.personId } }),
    })),
    ...offered.map(({ key, ...command }) => ({ group: 'commands' as const, ...command, letter: key })),
    ...staffPages.map(({ letter, name, path }) => ({
      group: 'pages' as const,
      id: name,
      words: t('go-to', { page: t(`staff:${name}`) }),
      letter: `G ${letter.toUpperCase()}`,
      run: () => void navigate({ to: path }),
    })),
    ...furtherPages.map(({ name, path }) => ({
      group: 'pages' as const,
      id: name,
      words: t('go-to', { page: t(`staff:${name}`) }),
      run: () => void navigate({ to: path }),
    })),
  ].filter(({ group, words }) => group === 'people' || fits(words));

  const choose = (option: Option | undefined) => {
    if (!option) return;
    onClose();
    option.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setMarked((options.length + marked + step) % Math.max(1, options.length));
    else if (event.key === 'Enter') choose(options[marked]);
    else return;
    event.preventDefault();
  };
  const idOf = (index: number) => `${list}-${index}`;
  return (
    <div className={classes.palette}>
      <input
        className={classes.input}
        data-autofocus
        role="combobox"
        aria-label={t('palette-label')}
        aria-expanded
        aria-controls={list}
        aria-activedescendant={options.length > 0 ? idOf(marked) : undefined}
        aria-autocomplete="list"
        placeholder={t('palette-hint')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      {found.isError && isSearching && (
        <Failure {...problem(found.error)} onRetry={() => void found.refetch()} />
      )}
      <Unopened unopened={isSearching ? found.data?.unopened : undefined} />
      <div id={list} role="listbox" aria-label={t('palette-options')} className={classes.options}>
        {options.map((option, index) => (
          <div
            key={`${option.group}-${option.id}`}
            id={idOf(index)}
            role="option"
            aria-selected={index === marked}
            className={classes.option}
            data-group={option.group}
            ref={(row) => {
              if (index === marked) row?.scrollIntoView?.({ block: 'nearest' });
            }}
            onClick={() => choose(option)}
          >
            <span className={classes.words}>{option.words}</span>
            {option.letter && <kbd>{option.letter}</kbd>}
            {option.more && <span className={classes.more}>{option.more}</span>}
          </div>
        ))}
      </div>
      <p role="status" className={classes.status}>
        {isSearching && found.isFetching && t('palette-looking')}
        {isSearching && found.isSuccess && !found.isFetching && settled === typed.trim() && (
          <>
            {hits.length === 0 ? t('palette-nobody') : t('palette-found', { count: hits.length })}
            {found.data.more && ` ${t('palette-more')}`}
          </>
        )}
        {!isSearching && t('palette-help')}
      </p>
    </div>
  );
}
