// The simulated providers' control API: what happens outside the practice, and the phone that shows codes.

/** @param {string} address of the simulators, such as http://127.0.0.1:9100 */
export function simulatorsAt(address) {
  const call = async (method, path, body) => {
    const answer = await fetch(`${address}/control/api${path}`, {
      method,
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`The simulators answer ${answer.status} to ${method} ${path}`);
    return answer.json();
  };
  return {
    /** Bookings whose cancellation leaves the client with nothing, soonest first. */
    onlyBookings: () => call('GET', '/bookings?state=only'),
    cancel: (booking) => call('POST', `/bookings/${booking.id}/cancel`, {}),
    /** What the practice's mail server was asked to deliver, the newest first. */
    mails: () => call('GET', '/mails'),
    /** The code that a phone shows now for the key. */
    codeFor: async (otpauth) => (await call('POST', '/codes', { otpauth }))[0].code,
  };
}
