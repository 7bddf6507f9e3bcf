import { afterEach, describe, expect, it } from 'vitest';

import { callThem, inPracticesWords } from '@/lib/personWord';

afterEach(() => callThem('client'));

describe("the practice's word", () => {
  it('stands for client wherever people are meant, and nowhere else', () => {
    expect(callThem('patient')).toBe(true);
    expect(callThem('patient')).toBe(false);

    expect(inPracticesWords("My clients. A client's account. Client")).toBe(
      "My patients. A patient's account. Patient",
    );
    expect(inPracticesWords('Client ID, Client secret, client id')).toBe(
      'Client ID, Client secret, client id',
    );
  });

  it('leaves all as it is where it is client', () => {
    expect(inPracticesWords('My clients')).toBe('My clients');
  });
});
