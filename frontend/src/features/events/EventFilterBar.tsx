import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ACTIONS, type EventFilters, STATES } from '@/features/events/events';
import classes from '@/features/events/EventFilterBar.module.css';

interface EventFilterBarProps {
  filters: EventFilters;
  onChange: (filters: EventFilters) => void;
}

/** Three ways to narrow the list; each choice counts at once, a booking number when it is complete. */
export function EventFilterBar({ filters, onChange }: EventFilterBarProps) {
  const { t } = useTranslation('events');
  const [booking, setBooking] = useState(filters.booking?.toString() ?? '');
  const isWrong = booking !== '' && !/^\d{1,15}$/.test(booking);
  const without = (name: keyof EventFilters) => {
    const { [name]: _, ...rest } = filters;
    return rest;
  };
  const choose = (name: 'state' | 'action', value: string) =>
    onChange(value ? { ...filters, [name]: value } : without(name));
  const takeBooking = () => {
    if (!isWrong) onChange(booking ? { ...filters, booking: Number(booking) } : without('booking'));
  };
  const any = { value: '', label: t('filter-any') };
  return (
    <form
      role="search"
      noValidate
      className={classes.bar}
      onSubmit={(event) => {
        event.preventDefault();
        takeBooking();
      }}
    >
      <NativeSelect
        label={t('filter-state')}
        value={filters.state ?? ''}
        onChange={({ currentTarget }) => choose('state', currentTarget.value)}
        data={[any, ...STATES.map((state) => ({ value: state, label: t(`state-${state}`) }))]}
      />
      <NativeSelect
        label={t('filter-action')}
        value={filters.action ?? ''}
        onChange={({ currentTarget }) => choose('action', currentTarget.value)}
        data={[any, ...ACTIONS.map((action) => ({ value: action, label: t(`action-${action}`) }))]}
      />
      <TextInput
        label={t('filter-booking')}
        inputMode="numeric"
        size="sm"
        autoComplete="off"
        value={booking}
        error={isWrong && t('filter-booking-wrong')}
        onChange={({ currentTarget }) => setBooking(currentTarget.value.trim())}
        onBlur={takeBooking}
      />
      {Object.keys(filters).length > 0 && (
        <Button
          variant="subtle"
          onClick={() => {
            setBooking('');
            onChange({});
          }}
        >
          {t('filter-clear')}
        </Button>
      )}
    </form>
  );
}
