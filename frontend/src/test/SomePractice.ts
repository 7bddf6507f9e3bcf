/** What every practice starts with. */
export const PRACTICE = {
  zone: 'America/New_York',
  contactTimes: {
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, untilMinute: 1140 })),
    version: 0,
  },
  templates: {
    items: [
      {
        name: 'Offer times',
        text: 'Hello {name}, this is {me}. Free with {practitioner}: {slots}. Or: {link}',
      },
    ],
    version: 0,
  },
  notice: { minutes: 0, version: 0 },
  idle: { minutes: 10, version: 0 },
  words: { word: 'client', version: 0 },
};

export const DIGEST = {
  on: true,
  atMinute: 480,
  zone: 'America/New_York',
  lastDay: '2026-11-23',
  version: 3,
};
