import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';

/** The network under every test; what a test has not announced fails it. */
export const server = setupServer();

type Method = 'get' | 'post';
type Answer = JsonBodyType | Response;

/** Answers one address; each call gets the next answer, the last one repeats. Returns the bodies it was sent. */
export function answer(method: Method, path: string, ...answers: readonly [Answer, ...Answer[]]): unknown[] {
  const bodies: unknown[] = [];
  server.use(
    http[method](`*${path}`, async ({ request }) => {
      const text = await request.text();
      const index = Math.min(bodies.length, answers.length - 1);
      bodies.push(text ? JSON.parse(text) : null);
      const next = answers[index] ?? null;
      return next instanceof Response ? next.clone() : HttpResponse.json(next);
    }),
  );
  return bodies;
}

export function created(body: JsonBodyType): Response {
  return HttpResponse.json(body, { status: 201 });
}

/** Done, and nothing to say about it. */
export function done(): Response {
  return new HttpResponse(null, { status: 204 });
}

export function problem(status: number, code: string, more: Record<string, unknown> = {}): Response {
  return HttpResponse.json(
    { type: 'about:blank', title: 'Refused', status, code, requestId: 'req-7', ...more },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}

/** An answer that never comes. */
export function neverAnswer(method: Method, path: string): void {
  server.use(http[method](`*${path}`, () => new Promise<never>(() => undefined)));
}
