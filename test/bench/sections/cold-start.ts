import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { buildHttpEvent } from '../../builders/items/http-event.ts';
import { bytesOf } from '../bundles.ts';
import { median, ratio } from '../report/statistics.ts';
import { gateEnvironment } from '../world/start-world.ts';
import { subjectNames } from './section.ts';
import type { Bench, SubjectName } from './section.ts';

export interface ColdStart {
  /** From a booted Node.js to the first answer's request at the store; medians. */
  readonly milliseconds: Readonly<Record<SubjectName, number>>;
  readonly gateToFloor: number;
  /** What the gate takes beyond the floor, to what the stock gate takes beyond it: the floor is Node.js itself. */
  readonly addedToStock: number;
  readonly bundleBytes: Readonly<Record<SubjectName, number>>;
}

const buyer = 'the-first-buyer';

/** Starts each in a fresh process, by turns; the floor here is a process that only loads `node:https` and signs. */
export async function measureColdStart(bench: Bench): Promise<ColdStart> {
  const store = await startStore();
  // Short, and at the mercy of the machine: more of them than of anything else.
  const rounds = bench.options.rounds * 3;
  const times: Record<SubjectName, number[]> = { floor: [], gate: [], stock: [] };
  try {
    // The first round fills the machine's file cache.
    for (let round = -1; round < rounds; round++) {
      if (round % 7 === 0) bench.say(`cold starts, round ${round + 1} of ${rounds}`);
      for (const name of subjectNames) {
        const milliseconds = await startOnce(bench, name, store);
        if (round >= 0) times[name].push(milliseconds);
      }
    }
  } finally {
    await store.close();
  }
  const beyondFloor = (all: readonly number[]) => all.map((one, round) => one - (times.floor[round] ?? 0));
  const each = (figure: (name: SubjectName) => number) =>
    Object.fromEntries(subjectNames.map((name) => [name, figure(name)])) as Record<SubjectName, number>;
  return {
    milliseconds: each((name) => median(times[name])),
    gateToFloor: ratio(times.gate, times.floor),
    addedToStock: ratio(beyondFloor(times.gate), beyondFloor(times.stock)),
    bundleBytes: each((name) => bytesOf(bench.files[name])),
  };
}

async function startOnce({ files }: Bench, name: SubjectName, store: Store): Promise<number> {
  const checks = [{ shopId: 'shop', buyerId: buyer }];
  const event =
    name === 'floor' ? checks : buildHttpEvent({ method: 'POST', path: '/v1/gate/decisions', body: { checks } });
  const { stdout } = await promisify(execFile)(process.execPath, [files.coldWorker], {
    env: {
      ...gateEnvironment('bench', { table: store.url, queue: store.url }),
      // On a busy machine a first read may take its time; what is measured has then long arrived.
      GATE_DEADLINE_MS: '2000',
      SUBJECT_FILE: files[name],
      SUBJECT_EVENT: JSON.stringify(event),
    },
  });
  const started = BigInt(/started (\d+)/.exec(stdout)?.[1] ?? 0);
  return Number(store.arrivedAt() - started) / 1e6;
}

interface Store {
  readonly url: string;
  /** When the first read of the buyer came, on the machine's monotonic clock. */
  arrivedAt(): bigint;
  close(): Promise<void>;
}

/** A store that knows nobody, and notes when it was asked. */
async function startStore(): Promise<Store> {
  let arrived: bigint | undefined;
  const server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
      if (body.includes(buyer)) arrived ??= process.hrtime.bigint();
    });
    incoming.on('end', () => outgoing.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivedAt() {
      if (arrived === undefined) throw new Error('The store was never asked.');
      const at = arrived;
      arrived = undefined;
      return at;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
