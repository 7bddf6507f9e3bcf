import { useSyncExternalStore } from 'react';

import { readSetting, writeSetting } from '@/lib/setting';

const NAME = 'single-keys';
const listeners = new Set<() => void>();
let isOn: boolean | undefined;

function areOn(): boolean {
  isOn ??= readSetting(NAME) !== 'off';
  return isOn;
}

/** Letters and digits can be switched off, for whoever speaks to the computer or has a hand that slips. */
export function switchSingleKeys(on: boolean): void {
  isOn = on;
  writeSetting(NAME, on ? 'on' : 'off');
  listeners.forEach((changed) => changed());
}

/** Whether letters and digits alone do something. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, areOn);
}
