// Most name the systems they grew out of too, so the first that is found counts.
const SYSTEMS = [
  ['iphone', /iPhone/],
  ['ipad', /iPad/],
  ['android', /Android/],
  ['chromeos', /CrOS/],
  ['windows', /Windows/],
  ['mac', /Macintosh/],
  ['linux', /Linux/],
] as const;

export type DeviceKind = (typeof SYSTEMS)[number][0] | 'other';

/** What kind of device this browser says it runs on: good enough for a first name that its owner can change. */
export function deviceKind(userAgent: string): DeviceKind {
  return SYSTEMS.find(([, sign]) => sign.test(userAgent))?.[0] ?? 'other';
}
