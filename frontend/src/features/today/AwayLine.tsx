import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { type Colleague, NOBODY_YET, staffQuery } from '@/api/staff';
import { AwayForm, type Whom } from '@/features/today/AwayForm';
import { Line } from '@/features/today/Line';
import { type Absence, ABSENCES_KEY, type Absences, absencesQuery, endAway } from '@/features/today/today';
import classes from '@/features/today/Today.module.css';
import { day } from '@/lib/moments';
import { Failure } from '@/ui/Failure';

/** When a practitioner is not there: no times are offered then, and the admins are told of care check-ins at once. */
export function AwayLine({ isAdmin }: { isAdmin: boolean }) {
  const { t } = useTranslation('today');
  const query = useQuery(absencesQuery);
  const { practitioners } = useQuery({ ...staffQuery, enabled: isAdmin }).data ?? NOBODY_YET;
  const [isOpen, setOpen] = useState(false);
  const nameOf = ({ practitionerId, practitioner }: Absence) =>
    practitioner ?? practitioners.find(({ id }) => id === practitionerId)?.name ?? t('a-practitioner');
  return (
    <Line title={t(isAdmin ? 'away-admin' : 'away')} query={query}>
      {({ items, today, withoutAccount }) => (
        <>
          {items.length === 0 && <p>{t(isAdmin ? 'away-none-admin' : 'away-none')}</p>}
          {items.length > 0 && (
            <ul className={classes.list}>
              {items.map((one) => (
                <li key={one.id} className={classes.item}>
                  <AwayItem one={one} today={today} name={isAdmin ? nameOf(one) : undefined} />
                </li>
              ))}
            </ul>
          )}
          {isOpen ? (
            <AwayForm
              today={today}
              whom={isAdmin ? everybody(practitioners, withoutAccount) : []}
              onDone={() => setOpen(false)}
            />
          ) : (
            <div>
              <Button variant="default" onClick={() => setOpen(true)}>
                {t(isAdmin ? 'away-say-admin' : 'away-say')}
              </Button>
            </div>
          )}
        </>
      )}
    </Line>
  );
}

function everybody(accounts: readonly Colleague[], others: Absences['withoutAccount']): Whom[] {
  return [
    ...accounts.map(({ id, name }) => ({ key: id, name, by: { practitionerId: id } })),
    ...others.map(({ calendarId, practitioner }) => ({
      key: String(calendarId),
      name: practitioner,
      by: { calendarId },
    })),
  ];
}

interface AwayItemProps {
  one: Absence;
  today: string;
  name: string | undefined;
}

function AwayItem({ one, today, name }: AwayItemProps) {
  const { t } = useTranslation('today');
  const words = useProblemWords();
  const client = useQueryClient();
  const ending = useMutation({
    mutationFn: () => endAway(one.id),
    onSettled: () => client.invalidateQueries({ queryKey: ABSENCES_KEY }),
  });
  const said = (date: string) => day(noon(date), 'UTC', Date.parse(noon(today)));
  const days =
    one.from === one.until
      ? t('away-day', { day: said(one.from) })
      : t('away-days', { from: said(one.from), until: said(one.until) });
  const act = t(one.from <= today ? 'away-end' : 'away-take-back');
  return (
    <>
      <p className={classes.head}>
        {name && <span className={classes.name}>{name}</span>}
        <span>{days}</span>
      </p>
      {ending.error && <Failure {...words(ending.error)} />}
      <div>
        <button
          type="button"
          className={classes.say}
          disabled={ending.isPending}
          aria-label={[act, name, days].filter(Boolean).join(': ')}
          onClick={() => ending.mutate()}
        >
          {act}
        </button>
      </div>
    </>
  );
}

/** A day is the same day whatever the zone. */
function noon(date: string): string {
  return `${date}T12:00:00Z`;
}
