/** What the practice calls those who come to it: the catalogues say "client". */
let word = 'client';

/** @returns whether it was another one before */
export function callThem(chosen: string): boolean {
  const isNew = chosen !== word;
  word = chosen;
  return isNew;
}

// The names of two fields that providers call so, which are nobody.
const CLIENT = /\b([Cc])lient(s?)\b(?! (?:ID|id|secret))/g;

export function inPracticesWords(text: string): string {
  return word === 'client'
    ? text
    : text.replaceAll(
        CLIENT,
        (_, first: string, several: string) => (first === 'C' ? 'P' : 'p') + 'atient' + several,
      );
}
