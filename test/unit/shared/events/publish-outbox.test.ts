import { describe, expect, it } from 'vitest';
import { publishOutbox, sweepOutbox } from '../../../../shared/events/publish-outbox.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { buildUnpublished, fakeOutbox } from '../../../builders/items/unpublished.ts';

const events = (count: number) => Array.from({ length: count }, (_, index) => buildUnpublished(`e${index}`));

describe('publishOutbox', () => {
  it('marks what the bus took, and answers what it did not', async () => {
    const outbox = fakeOutbox(events(3), new Set(['e1']));
    const left = await publishOutbox(outbox, events(3));
    expect(left.map(({ eventId }) => eventId)).toEqual(['e1']);
    expect(outbox.waiting.map(({ eventId }) => eventId)).toEqual(['e1']);
  });

  it('marks nothing that may not be on the bus', async () => {
    const outbox = fakeOutbox(events(2));
    const broken = { ...outbox, publisher: { publish: () => Promise.reject(new Error('bus')) } };
    await expect(publishOutbox(broken, events(2))).rejects.toThrow('bus');
    expect(outbox.waiting).toHaveLength(2);
  });
});

describe('sweepOutbox', () => {
  it('publishes page by page what the stream has had its time for', async () => {
    const outbox = fakeOutbox(events(250));
    expect(await sweepOutbox({ ...outbox, clock: buildClock() })).toBe(250);
    expect(outbox.published).toHaveLength(250);
    expect(outbox.waiting).toEqual([]);
    expect(outbox.asked.every(({ before }) => before === noon - 30_000)).toBe(true);
    expect(await sweepOutbox({ ...outbox, clock: buildClock() })).toBe(0);
  });

  it('fails aloud when events cannot be published, after publishing the others', async () => {
    const outbox = fakeOutbox(events(3), new Set(['e1']));
    await expect(sweepOutbox({ ...outbox, clock: buildClock() })).rejects.toThrow('1 events could not be published');
    expect(outbox.published).toEqual(['e0', 'e2']);
  });

  it('ends though the index keeps showing what was published', async () => {
    const outbox = fakeOutbox(events(1));
    const lagging = { ...outbox, store: { ...outbox.store, unpublished: async () => events(1) }, clock: buildClock() };
    expect(await sweepOutbox(lagging)).toBe(20);
  });
});
