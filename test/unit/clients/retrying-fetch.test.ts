import { describe, expect, it } from 'vitest';
import { retryingFetch } from '../../../clients/retrying-fetch.ts';

/** A server that gives these answers, one after the other; a number is a status, `undefined` no answer. */
function serverOf(...answers: readonly (Response | undefined)[]) {
  const sent: Request[] = [];
  const waits: number[] = [];
  const send = retryingFetch({
    fetch: async (request) => {
      const answer = answers[sent.push(request) - 1];
      if (!answer) throw new TypeError('fetch failed');
      return answer;
    },
    wait: async (milliseconds) => void waits.push(milliseconds),
    random: () => 0,
  });
  return { send, sent, waits };
}

const url = 'https://api.example.com/v1/shops/s/blocks';
const busy = (): Response => new Response('', { status: 503, headers: { 'retry-after': '2' } });
const write = (): Request =>
  new Request(url, { method: 'POST', body: '{"a":1}', headers: { 'Idempotency-Key': 'key-1' } });

describe('retryingFetch', () => {
  it('repeats a read until it is answered', async () => {
    const { send, sent, waits } = serverOf(undefined, busy(), new Response('{}'));
    expect((await send(new Request(url))).status).toBe(200);
    expect(sent).toHaveLength(3);
    expect(waits).toEqual([200, 2000]);
  });

  it('repeats a write with its key and its body', async () => {
    const { send, sent } = serverOf(undefined, new Response('{}', { status: 201 }));
    expect((await send(write())).status).toBe(201);
    expect(sent.map(({ headers }) => headers.get('Idempotency-Key'))).toEqual(['key-1', 'key-1']);
    expect(await sent[1]?.text()).toBe('{"a":1}');
  });

  it('sends a write without a key once', async () => {
    const { send, sent } = serverOf(busy(), new Response('{}'));
    expect((await send(new Request(url, { method: 'POST' }))).status).toBe(503);
    expect(sent).toHaveLength(1);
  });

  it('says at last that no answer came', async () => {
    const { send } = serverOf();
    await expect(send(new Request(url))).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('ends at once when the caller gives up', async () => {
    const { send, sent } = serverOf();
    const given = AbortSignal.abort(new DOMException('left the page', 'AbortError'));
    await expect(send(new Request(url, { signal: given }))).rejects.toThrow('left the page');
    expect(sent).toHaveLength(1);
  });
});
