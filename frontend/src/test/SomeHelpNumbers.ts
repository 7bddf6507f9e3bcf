/** Three months and a day after the practice last looked at its own numbers. */
export const HELP_SETTINGS = {
  today: '2027-02-24',
  practiceCountry: 'US',
  own: [
    {
      country: 'US',
      checkedOn: '2026-11-25',
      numbers: [{ words: '911, emergency', tel: '911' }],
    },
  ],
};
