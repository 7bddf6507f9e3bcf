import { useTranslation } from 'react-i18next';

import type { TypedHours } from '@/features/hours/hours';
import classes from '@/features/hours/HoursPage.module.css';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

interface WeekHoursProps {
  hours: readonly TypedHours[];
  wrong: ReadonlyMap<string, string>;
  onChange: (hours: readonly TypedHours[]) => void;
}

export function WeekHours({ hours, wrong, onChange }: WeekHoursProps) {
  const { t } = useTranslation('hours');
  const add = (weekday: number) =>
    onChange([...hours, { key: nextKey(hours), weekday, from: '09:00', until: '17:00' }]);
  return (
    <fieldset className={classes.part}>
      <legend>{t('week')}</legend>
      {WEEKDAYS.map((weekday) => (
        <div key={weekday} role="group" aria-label={t(`weekday-${weekday}`)} className={classes.day}>
          <span className={classes.weekday}>{t(`weekday-${weekday}`)}</span>
          <div className={classes.stretches}>
            {hours
              .filter((one) => one.weekday === weekday)
              .map((one) => (
                <Stretch
                  key={one.key}
                  stretch={one}
                  wrong={wrong.get(`hours-${one.key}`)}
                  onChange={(changed) => onChange(hours.map((each) => (each === one ? changed : each)))}
                  onRemove={() => onChange(hours.filter((each) => each !== one))}
                />
              ))}
            <button type="button" className={classes.link} onClick={() => add(weekday)}>
              {t('add-hours', { weekday: t(`weekday-${weekday}`) })}
            </button>
          </div>
        </div>
      ))}
    </fieldset>
  );
}

interface StretchProps {
  stretch: TypedHours;
  wrong: string | undefined;
  onChange: (stretch: TypedHours) => void;
  onRemove: () => void;
}

function Stretch({ stretch, wrong, onChange, onRemove }: StretchProps) {
  const { t } = useTranslation('hours');
  const weekday = t(`weekday-${stretch.weekday}`);
  const why = `why-${stretch.weekday}-${stretch.key}`;
  return (
    <div className={classes.stretch}>
      <input
        type="time"
        aria-label={t('from-on', { weekday })}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong && why}
        value={stretch.from}
        onChange={({ target }) => onChange({ ...stretch, from: target.value })}
      />
      <span aria-hidden>{t('to')}</span>
      <input
        type="time"
        aria-label={t('until-on', { weekday })}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong && why}
        value={stretch.until}
        onChange={({ target }) => onChange({ ...stretch, until: target.value })}
      />
      <button
        type="button"
        className={classes.link}
        aria-label={t('remove-hours', { ...stretch, weekday })}
        onClick={onRemove}
      >
        {t('remove')}
      </button>
      {wrong && (
        <p id={why} className={classes.wrong}>
          {t(wrong)}
        </p>
      )}
    </div>
  );
}

/** Keys only ever grow, so that a removed row's is no other's. */
export function nextKey(rows: readonly { key: number }[]): number {
  return Math.max(-1, ...rows.map(({ key }) => key)) + 1;
}
