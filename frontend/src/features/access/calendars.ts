/** Whether a text is calendar numbers with commas between, or nothing. */
export function isNumbers(text: string): boolean {
  return /^[\d\s,]*$/.test(text);
}

export function numbersIn(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}
