// Working hours, over made-up practitioners.
import * as people from './people.mjs';

const week = (days) => days.map((weekday) => ({ weekday, fromMinute: 540, untilMinute: 1200 }));
const HOURS = {
  asOf: people.LEADS.asOf,
  zone: 'America/New_York',
  items: [
    {
      calendarId: 4038201,
      practitioner: 'Wren Fableton',
      hours: [
        ...week([1, 2, 3]),
        { weekday: 4, fromMinute: 540, untilMinute: 720 },
        { weekday: 4, fromMinute: 780, untilMinute: 1020 },
      ],
      version: 2,
    },
    { calendarId: 4038202, practitioner: 'Otis Marzipan', hours: [], version: 0 },
  ],
};
const hours = (more = {}) => ({
  'GET /auth/session': people.ADMIN,
  'GET /api/calendar/hours': HOURS,
  ...more,
});

export const HOURS_PAGES = [
  { name: 'hours', path: '/settings/hours', answers: hours(), see: 'Working hours' },
  {
    name: 'hours-wrong',
    path: '/settings/hours',
    answers: hours(),
    see: 'Working hours',
    act: async (page) => {
      const otis = page.getByRole('form', { name: 'Otis Marzipan' });
      await otis.getByRole('button', { name: 'Add hours on Monday' }).click();
      await otis.getByRole('button', { name: 'Add hours on Monday' }).click();
      await otis.getByRole('button', { name: /^Save/ }).click();
      await otis.getByText('These hours lie over others of the same day.').waitFor();
    },
  },
];
