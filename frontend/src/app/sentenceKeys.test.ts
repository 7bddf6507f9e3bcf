import { describe, expect, it } from 'vitest';

import { allWords } from '@/test/allWords';

const core = import.meta.glob<string>(
  '../../../services/core/src/main/java/hotleads/core/{leads,slots,hooks,connections,audit}/**/*.java',
  { eager: true, query: '?raw', import: 'default' },
);
const sync = import.meta.glob<string>('../../../services/sync/src/main/java/hotleads/sync/acuity/*.java', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const i18n = allWords();
const has = (key: string) => i18n.exists(`reasons:${key}`, { count: 2 });

function source(files: Record<string, string>, name: string): string {
  const path = Object.keys(files).find((each) => each.endsWith(`/${name}.java`));
  if (!path) throw new Error(`There is no ${name} any more: say here where its keys are now`);
  return files[path] ?? '';
}

/** What a pattern's group finds; nothing at all means that the source has changed, not that it sends no key. */
function found(text: string, pattern: RegExp): string[] {
  const all = [...new Set([...text.matchAll(pattern)].map(([, key]) => key ?? ''))];
  if (all.length === 0) throw new Error(`Nothing fits ${pattern}`);
  return all;
}

const allOf = (files: Record<string, string>) => Object.values(files).join('\n');
const rule = source(core, 'Rule');
const constants = /^ {4}([A-Z][A-Z0-9_]*)(?=[(,;])/gm;
const dashed = (name: string) => name.toLowerCase().replaceAll('_', '-');

const rules = found(rule, constants);
// What only subtracts has no limit to reach.
const families = found(source(core, 'Family'), /^ {4}([A-Z]+)\([1-9]/gm).map((family) => `CAP-${family}`);
const limits = found(source(core, 'Adjustments'), /"(FLOOR|TOP)"/g);
const removals = found(rule, /"([a-z-]+)"/g);
const outcomes = found(source(core, 'OutcomeKind'), constants).map(dashed);
const offTheList = source(core, 'OffTheList') + source(core, 'AfterOutcome') + source(core, 'Rules');
const placements = [
  ...found(offTheList, /(?:add|addIf|until|Sentence)\((?:[^"();]|\([A-Z_]*\))*"([a-z-]+)"/g),
  ...found(source(core, 'Placement'), /SNOOZED = "([a-z-]+)"/g),
];
const fits = found(source(core, 'Fit'), /^ {4}([A-Z]+)(?=[,;])/gm)
  .map(dashed)
  .flatMap((fit) => (fit === 'soonest' ? [fit] : [`usual-${fit}`, `last-${fit}`]));
const slotCauses = [
  ...found(source(core, 'FindSlots'), /(?:none\(|Optional\.of\(|failure = |\? Slots\.none\()"([a-z-]+)"/g),
  ...found(source(core, 'SlotsController'), /null : "([a-z-]+)"/g),
];
const acuityCauses = [
  ...found(
    allOf(sync),
    /(?:Failed\((?:ProviderOutcome\.)?[A-Z_]+,|failed\([^"()]*,|NOT_AVAILABLE =) "([a-z-]+)"/g,
  ),
  ...found(source(sync, 'ReadAppointment'), /UNCLEAR, null, "([a-z-]+)"/g),
  ...found(source(core, 'WatchHooks'), /Optional\.of\("([a-z-]+)"\)/g),
  ...found(source(core, 'KeepHooks'), /(?:\?|null :|cause\(\),) "([a-z-]+)"/g),
  ...found(source(core, 'AcuityFreshness'), /KEY_\w+ = "([a-z-]+)"/g),
  ...found(source(core, 'AcuityHealth'), /\? "([a-z-]+)"/g),
  ...found(source(core, 'ReadWindow'), /return (?:[^";]*\? )?"([a-z-]+)"/g),
  ...found(source(core, 'SyncClient') + source(core, 'AcuityAccess'), /null, "([a-z-]+)"/g),
];

const viewedParts = found(source(core, 'Viewings'), /Map\.entry\("[a-z.-]+", "([a-z-]+)"\)/g);

describe('what core sends without words', () => {
  it.each([
    ['each rule and adjustment', [...rules, ...families, ...limits].map((key) => `sentence.${key}`)],
    ['what removes a reason', removals.map((key) => `removal.${key}`)],
    ['each outcome that a sentence names', outcomes.map((key) => `contact.${key}`)],
    ['what keeps someone off the list', placements.map((key) => `placement.${key}`)],
    ['why a free time suits', fits.map((key) => `slot.${key}`)],
    ['why there are no times', slotCauses.map((key) => `slots.${key}`)],
    ["why Acuity's answer is missing", acuityCauses.map((key) => `acuity.${key}`)],
  ])('has words for %s', (_, keys) => {
    expect(keys.filter((key) => !has(key))).toEqual([]);
  });

  it.each(['leads:viewings-part', 'me:part'])('has words for each part of a record as %s-', (words) => {
    expect(viewedParts).toContain('attendance');
    expect(viewedParts.filter((part) => !i18n.exists(`${words}-${part}`))).toEqual([]);
  });

  it('is found where it stands: some of each is among it', () => {
    expect(rules).toContain('R3');
    expect(removals).toContain('session');
    expect(placements).toEqual(
      expect.arrayContaining(['booked', 'practitioner-hold', 'deceased', 'snoozed']),
    );
    expect(fits).toEqual(expect.arrayContaining(['usual-hour', 'last-day', 'soonest']));
    expect(slotCauses).toEqual(expect.arrayContaining(['nothing-free', 'group-session', 'bookings-late']));
    expect(acuityCauses).toEqual(
      expect.arrayContaining(['rate-limited', 'hooks-full', 'sync-away', 'own-limit']),
    );
  });
});
