import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepConnections } from '../../../clients/kept-connections.ts';
import type { Connections } from '../../../clients/kept-connections.ts';
import { startUnreliableWay } from '../../builders/fakes/unreliable-way.ts';
import type { UnreliableWay } from '../../builders/fakes/unreliable-way.ts';

let connections: Connections;
let server: UnreliableWay;
beforeEach(async () => {
  connections = keepConnections();
  server = await startUnreliableWay('http://127.0.0.1:1');
});
afterEach(async () => {
  connections.close();
  await server.close();
});

const post = (signal = new AbortController().signal) => connections.post(new URL(server.url), { a: 'b' }, '{}', signal);

it('sends one call after the other over one connection', async () => {
  server.befall({ status: 201, body: '{"c":1}', headers: { d: 'e' } });
  for (let call = 0; call < 5; call += 1)
    expect(await post()).toMatchObject({ status: 201, text: '{"c":1}', headers: { d: 'e' } });
  expect(server.connections).toBe(1);
});

it.each(['break', 'half'] as const)('fails where the answer is not whole: %s', async (fate) => {
  server.befall(fate);
  await expect(post()).rejects.toThrow();
});

it('ends with its signal', async () => {
  server.befall('hang');
  const controller = new AbortController();
  const answer = post(controller.signal);
  controller.abort(new Error('enough'));
  await expect(answer).rejects.toThrow();
});
