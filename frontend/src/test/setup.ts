import '@testing-library/jest-dom/vitest';

import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';

import { FakeEventSource } from '@/test/FakeEventSource';
import { callThem } from '@/lib/personWord';
import { answer, server } from '@/test/server';
import { PRACTICE } from '@/test/SomePractice';

// What a browser has and jsdom lacks, as far as the kit and the virtual list ask for it.
window.matchMedia = (media) =>
  ({
    matches: false,
    media,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }) as unknown as MediaQueryList;
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Object.defineProperties(HTMLElement.prototype, {
  // Rows are as high as rows, everything else as high as a screen.
  offsetHeight: { get: (): number => 96, configurable: true },
  clientHeight: { get: (): number => 600, configurable: true },
  clientWidth: { get: (): number => 800, configurable: true },
});
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
  this.querySelector('button')?.focus();
};
Element.prototype.scrollTo = () => undefined;
window.scrollTo = () => undefined;

configure({ asyncUtilTimeout: 10_000 });

let unexpected: string[] = [];

beforeAll(() =>
  server.listen({
    onUnhandledRequest: ({ method, url }) => {
      unexpected.push(`${method} ${url}`);
    },
  }),
);
beforeEach(() => {
  // Before and not after: an answer that is still under way when a test ends finds its handler.
  server.resetHandlers();
  // Asked for by every page of staff: what the practice decided.
  answer('get', '/api/settings/practice', PRACTICE);
  callThem('client');
  FakeEventSource.opened = [];
  vi.stubGlobal('EventSource', FakeEventSource);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  localStorage.clear();
  window.history.replaceState(null, '', '/');
  const asked = unexpected;
  unexpected = [];
  // A page that asks for more than a test announced may be one that should not have been drawn at all.
  if (asked.length > 0) throw new Error(`Nobody announced ${asked.join(', ')}`);
});
afterAll(() => server.close());
