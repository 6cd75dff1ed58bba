import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { profileChanged } from '../../../demo/marketplace.ts';
import { tellUntil } from '../../../demo/tell-until.ts';

/** A bus that takes everything, and remembers it. */
const told: string[][] = [];
const bus = createServer((incoming, outgoing) => {
  let text = '';
  incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  incoming.on('end', () => {
    const { Entries } = JSON.parse(text) as { Entries: { Detail: string }[] };
    told.push(Entries.map(({ Detail }) => (JSON.parse(Detail) as { eventId: string }).eventId));
    outgoing.end('{"FailedEntryCount": 0}');
  });
});
let endpointUrl = '';
beforeEach(async () => {
  told.length = 0;
  await new Promise<void>((resolve) => bus.listen(0, '127.0.0.1', resolve));
  endpointUrl = `http://127.0.0.1:${(bus.address() as AddressInfo).port}`;
});
afterEach(() => {
  vi.useRealTimers();
  bus.closeAllConnections();
  return new Promise((resolve) => bus.close(resolve));
});

const events = [profileChanged({ buyerId: 'b-1', username: 'ada', revision: 1 })];
/** As if so much time had passed since the last look. */
function passTime(milliseconds: number): void {
  const real = performance.now.bind(performance);
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => real() + milliseconds);
  spies.push(spy);
}
const spies: { mockRestore(): void }[] = [];
afterEach(() => spies.splice(0).forEach((spy) => spy.mockRestore()));

describe('tellUntil', () => {
  it('tells once what is seen at once, and answers what was seen', async () => {
    expect(await tellUntil({ endpointUrl, events, look: async () => 'seen', awaited: 'It did not come' })).toBe('seen');
    expect(told).toHaveLength(1);
  });

  it('tells again what is not seen, with the same event IDs', async () => {
    let looks = 0;
    const look = async () => {
      looks += 1;
      if (looks === 1) passTime(11_000);
      return looks < 3 ? undefined : true;
    };
    await tellUntil({ endpointUrl, events, look, awaited: 'It did not come' });
    expect(told).toHaveLength(2);
    expect(told[1]).toEqual(told[0]);
  });

  it('waits first for what was told before', async () => {
    await tellUntil({ endpointUrl, events, look: async () => true, wereTold: true, awaited: 'It did not come' });
    expect(told).toEqual([]);
  });

  it('says in the end what did not come', async () => {
    const look = async () => {
      passTime(181_000);
      return undefined;
    };
    await expect(tellUntil({ endpointUrl, events, look, awaited: 'It did not come' })).rejects.toThrow(
      'It did not come in three minutes.',
    );
  });
});
