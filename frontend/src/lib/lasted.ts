const LOCALE = 'en-GB';

/** "0.4 seconds", "12 seconds", "3 minutes" between two moments, as exact as anyone needs it. */
export function lasted(from: string, to: string): string {
  const seconds = Math.max(0, (Date.parse(to) - Date.parse(from)) / 1_000);
  const [amount, unit] =
    seconds < 60
      ? [seconds, 'second']
      : seconds < 3_600
        ? [seconds / 60, 'minute']
        : seconds < 86_400
          ? [seconds / 3_600, 'hour']
          : [seconds / 86_400, 'day'];
  const maximumFractionDigits = amount < 10 && unit === 'second' ? 1 : 0;
  return new Intl.NumberFormat(LOCALE, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits,
    roundingMode: 'floor',
  } as Intl.NumberFormatOptions).format(amount);
}
