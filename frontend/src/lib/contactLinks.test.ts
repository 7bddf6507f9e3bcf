import { describe, expect, it } from 'vitest';

import { callTo, mailTo } from '@/lib/contactLinks';

describe('a contact link', () => {
  it('leads to the address and the number', () => {
    expect(mailTo('anna.b@practice.test')).toBe('mailto:anna.b@practice.test');
    expect(callTo('+44 20 7946 0958')).toBe('tel:+442079460958');
  });

  it.each([
    'a@b.test?bcc=c@d.test',
    'a@b.test&subject=x',
    'a@b.test%3Fbcc=c@d.test',
    'a@b.test\r\nbcc:c@d.test',
  ])('carries nothing that %j adds to it', (email) => {
    expect(mailTo(email)).not.toMatch(/[?&\r\n]/);
    expect(decodeURIComponent(mailTo(email).slice('mailto:'.length))).toBe(email);
  });

  it('dials nothing but a number', () => {
    expect(callTo('+1 555;phone-context=evil.test,,123#')).toBe('tel:+1555');
  });
});
