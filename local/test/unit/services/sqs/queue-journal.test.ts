import { describe, expect, it } from 'vitest';
import { restoreQueues } from '../../../../services/sqs/queue-journal.ts';
import { QueueState } from '../../../../services/sqs/queue-state.ts';
import type { StoredMessage } from '../../../../services/sqs/queue-state.ts';
import { countingJournal } from '../../../builders/counting-journal.ts';

const message = (id: string, overrides: Partial<StoredMessage> = {}): StoredMessage => ({
  id,
  body: id,
  messageAttributes: {},
  sentAt: 1,
  expiresAt: 1_000,
  receiveCount: 0,
  visibleAt: 0,
  ...overrides,
});

type Records = Parameters<ReturnType<typeof restoreQueues>['append']>[0];

/** Queues as they stand after these records, and those of an earlier journal. */
function open(counting = countingJournal(), names: readonly string[] = ['a', 'dead'], now = 100) {
  const queues = new Map(names.map((name) => [name, new QueueState()]));
  const isKept = (_: string, { expiresAt }: StoredMessage) => expiresAt > now;
  const journal = restoreQueues(counting.journal, queues, { now, isKept });
  const all = (name: string) => [...(queues.get(name)?.all() ?? [])];
  const append = (...records: readonly Records[]) => {
    for (const record of records) journal.append(record);
  };
  return { ...counting, queues, append, all, ids: (name: string) => all(name).map(({ id }) => id) };
}
type Opened = ReturnType<typeof open>;
const again = (opened: Opened, names?: readonly string[], now?: number) => open(opened, names, now);
const send = (...ids: readonly string[]): readonly Records[] =>
  ids.map((id) => ({ op: 'send', queue: 'a', message: message(id) }));

describe('restoreQueues', () => {
  it('has what was sent and not deleted, in its order', () => {
    const first = open();
    first.append(...send('1', '2', '3'), { op: 'delete', queue: 'a', id: '2' });
    expect(again(first).ids('a')).toEqual(['1', '3']);
  });

  it('has what was in flight visible at once, with its count; a delay goes on', () => {
    const first = open();
    first.append(
      { op: 'send', queue: 'a', message: message('received', { visibleAt: 900 }) },
      { op: 'send', queue: 'a', message: message('delayed', { visibleAt: 900 }) },
      { op: 'receive', queue: 'a', id: 'received', count: 2, firstReceivedAt: 5 },
      { op: 'receive', queue: 'a', id: 'not there', count: 1, firstReceivedAt: 5 },
    );
    const second = again(first);
    expect(second.all('a')).toMatchObject([
      { id: 'received', receiveCount: 2, firstReceivedAt: 5, visibleAt: 0 },
      { id: 'delayed', receiveCount: 0, visibleAt: 900 },
    ]);
    expect(second.queues.get('a')?.counts(100)).toEqual({ visible: 1, inFlight: 0, delayed: 1 });
  });

  it('has a message that was moved in the other queue alone', () => {
    const first = open();
    first.append(...send('1', '2'), {
      op: 'move',
      queue: 'a',
      id: '1',
      to: 'dead',
      message: message('1', { movedFrom: 'a' }),
    });
    const second = again(first);
    expect([second.ids('a'), second.all('dead')]).toEqual([['2'], [message('1', { movedFrom: 'a' })]]);
  });

  it('forgets all of one queue at a purge', () => {
    const first = open();
    first.append(...send('1'), { op: 'send', queue: 'dead', message: message('2') }, { op: 'purge', queue: 'a' });
    first.append(...send('3'));
    const second = again(first);
    expect([second.ids('a'), second.ids('dead')]).toEqual([['3'], ['2']]);
  });

  it('drops what is past its retention or of a queue that is no more, from the disk too', () => {
    const first = open();
    first.append(...send('old'), { op: 'send', queue: 'dead', message: message('2') });
    const kept = message('kept', { expiresAt: 5_000 });
    first.append({ op: 'send', queue: 'a', message: kept });
    const later = again(first, ['a'], 1_000);
    expect(later.ids('a')).toEqual(['kept']);
    expect(later.journal.replay('queues')).toEqual([{ op: 'send', queue: 'a', message: kept }]);
    expect(again(later).ids('dead')).toEqual([]);
  });

  it('writes nothing at a first start', () => {
    expect(open().written).toEqual({ appended: 0, rewritten: 0 });
  });

  it('shortens a history that has become several times as long as what stands', () => {
    const { queues, append, kept, ids, ...rest } = open();
    queues.get('a')?.add(message('stands'), 0);
    append(...send('stands'));
    for (let n = 0; n < 3_000; n += 1) append(...send('gone'), { op: 'delete', queue: 'a', id: 'gone' });
    expect(kept('queues')).toBeLessThan(1_100);
    expect(again({ queues, append, kept, ids, ...rest }).ids('a')).toEqual(['stands']);
  });

  it('leaves a long history alone as long as much of it stands', () => {
    const { queues, append, written } = open();
    for (let n = 0; n < 2_000; n += 1) queues.get('a')?.add(message(`m${n}`), 0);
    for (let n = 0; n < 5_000; n += 1) append(...send('x'));
    expect(written.rewritten).toBe(0);
  });
});
