/** Every word of a catalogue marked, so that on a page drawn with it what no catalogue holds stands out. */
export const OPEN = '⟦';
export const CLOSE = '⟧';

export function marked(words: object): object {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' ? `${OPEN}${value}${CLOSE}` : marked(value as object),
    ]),
  );
}

const LETTERS = /\p{L}{2,}/u;

/** What a page shows or says that comes out of no catalogue, but for what an answer brought. */
export function strays(root: ParentNode, brought: readonly string[]): string[] {
  // The longest first: one name may begin another.
  const longest = brought.toSorted((one, other) => other.length - one.length);
  const said: string[] = [];
  const walker = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    if (walker.currentNode.parentElement?.closest('style, script') === null)
      said.push(walker.currentNode.textContent ?? '');
  for (const element of root.querySelectorAll('*'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      said.push(element.getAttribute(name) ?? '');
  said.push(document.title);
  return said
    .map((text) => withoutMarked(text))
    .map((text) => longest.reduce((left, each) => left.replaceAll(each, ''), text).trim())
    .filter((text) => LETTERS.test(text));
}

function withoutMarked(text: string): string {
  let depth = 0;
  let left = '';
  for (const letter of text) {
    if (letter === OPEN) depth += 1;
    else if (letter === CLOSE) depth -= 1;
    else if (depth === 0) left += letter;
  }
  return left;
}
