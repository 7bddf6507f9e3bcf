/** A choice of this browser's. Choices only: nothing about people is ever written to its storage, which may be closed. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function writeSetting(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // It then lasts as long as the page.
  }
}
