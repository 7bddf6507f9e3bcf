/**
 * Where a click on somebody's address or number leads. Both are what a stranger typed at Acuity: written as they are, an
 * address such as `a@b.test?bcc=c@d.test` would send a copy elsewhere (RFC 6068 §7).
 */
export const mailTo = (email: string) => `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`;

/** What follows the number, such as an extension, is not dialled. */
export const callTo = (phone: string) =>
  `tel:${(/^[+\d\s().-]*/.exec(phone)?.[0] ?? '').replaceAll(/[^+\d]/g, '')}`;
