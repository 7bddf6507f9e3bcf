import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSession } from '@/api/session';
import { useWords } from '@/app/pages/useWords';
import { moodQuery } from '@/features/clients/clients';
import { Mood } from '@/features/clients/Mood';
import { ExportPart } from '@/features/export/ExportPart';
import { wayFor } from '@/features/export/exports';
import { useStaff } from '@/features/leads/staff';
import { WhoHasViewed } from '@/features/leads/WhoHasViewed';
import { RecordList } from '@/features/people/RecordList';
import { PersonPage } from '@/features/person/PersonPage';
import { Scores } from '@/features/person/Scores';
import type { PersonClock } from '@/features/person/Session';
import { paths } from '@/lib/paths';
import clientWords from '@/locales/en/clients.json';
import exportWords from '@/locales/en/export.json';
import peopleWords from '@/locales/en/people.json';
import words from '@/locales/en/person.json';
import settingWords from '@/locales/en/settings.json';
import { usePrivacy } from '@/ui/Privacy';

const route = getRouteApi('/staff/people/$personId');

export function Person() {
  const { personId } = route.useParams();
  return <OfPerson key={personId} personId={personId} />;
}

function OfPerson({ personId }: { personId: string }) {
  useWords('person', words);
  useWords('clients', clientWords);
  useWords('people', peopleWords);
  useWords('settings', settingWords);
  useWords('export', exportWords);
  const { nameOf } = useStaff();
  const isAdmin = useSession().account?.role === 'admin';
  const { mode } = usePrivacy();
  const [isOpen, change] = useState(false);
  const mood = useQuery({ ...moodQuery(personId), enabled: isOpen && mode === 'names' });
  const entries = (isOpen && mode === 'names' && mood.data?.items) || [];
  return (
    <PersonPage
      personId={personId}
      whoIs={nameOf}
      mood={{ isOpen, change, entries, Part: Mood }}
      {...(isAdmin && { after: ForAdmins, acts: <Ways personId={personId} /> })}
    />
  );
}

function ForAdmins(props: { personId: string; clock: PersonClock }) {
  return (
    <>
      <Records personId={props.personId} />
      <Scores {...props} />
      <WhoHasViewed {...props} />
      <ExportPart way={wayFor(props.personId)} zone={props.clock.zone} />
    </>
  );
}

/** The records they are made of, asked for by a click alone. */
function Records({ personId }: { personId: string }) {
  const { t } = useTranslation('person');
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-labelledby="records">
      <h2 id="records">{t('records')}</h2>
      {isOpen ? (
        <RecordList personId={personId} label={t('records')} />
      ) : (
        <>
          <p>{t('records-about')}</p>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('records-show')}
          </Button>
        </>
      )}
    </section>
  );
}

function Ways({ personId }: { personId: string }) {
  const { t } = useTranslation('person');
  return (
    <>
      <Link to={paths.leads} search={{ person: personId }}>
        {t('in-leads')}
      </Link>{' '}
      · {/* The way to the plan: nothing is done by it. */}
      <Link to={paths.erasure} params={{ personId }} preload={false}>
        {t('erase')}
      </Link>
    </>
  );
}
