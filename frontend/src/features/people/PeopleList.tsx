import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Hit } from '@/features/people/people';
import classes from '@/features/people/People.module.css';
import { RecordList } from '@/features/people/RecordList';
import { useShownName } from '@/features/people/useShownName';
import { paths } from '@/lib/paths';
import { VisuallyHidden } from '@/ui/VisuallyHidden';

/** People with the way to their page and to the records they are made of. */
export function PeopleList({ hits, label }: { hits: readonly Hit[]; label: string }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {hits.map(({ lead }) => (
        <PersonRow key={lead.personId} personId={lead.personId} name={lead.name} />
      ))}
    </ul>
  );
}

function PersonRow({ personId, name }: { personId: string; name: string }) {
  const { t } = useTranslation('people');
  const shown = useShownName()(name);
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={classes.row}>
      <Link to={paths.person} params={{ personId }} className={classes.person}>
        {shown}
      </Link>
      <button type="button" className={classes.quiet} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('records-show')}
        <VisuallyHidden>: {shown}</VisuallyHidden>
      </button>
      {isOpen && <RecordList personId={personId} label={t('records', { name: shown })} />}
    </li>
  );
}
