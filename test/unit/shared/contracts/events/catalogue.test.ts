import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../../../infra/function-definition.ts';
import { loadFunctions } from '../../../../../infra/load-functions.ts';
import { catalogue, inboundEvents, ownEvents } from '../../../../../shared/contracts/events/catalogue.ts';
import { busEvents, onEvent } from '../../../../../shared/events/inbound.ts';
import type { BoundEvent } from '../../../../../shared/events/inbound.ts';
import { departures } from '../../../../builders/engines/catalogue-check.ts';
import { envelopeOf, eventExamples, examplesOf } from '../../../../builders/items/event-examples.ts';

const project = new URL('../../../../../', import.meta.url);
const folder = new URL('shared/contracts/events/', project);
const fileOf = (type: string): string => type.toLowerCase().replaceAll(' ', '-');
const constantOf = (type: string): string => (type[0] ?? '').toLowerCase() + type.slice(1).replaceAll(' ', '');
const nameOf = ({ source, type }: { readonly source: string; readonly type: string }): string => `${source} ${type}`;

const consumers = ofKind(await loadFunctions(), 'queue');

describe('the catalogue of events', () => {
  it('lists every event that has a file, and no other', () => {
    const files = readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && file !== 'catalogue.ts' && file !== 'event-contract.ts')
      .map((file) => file.replace('.ts', ''));
    expect(catalogue.map(({ event }) => fileOf(event.type)).toSorted()).toEqual(files.toSorted());
  });

  it.each(catalogue)('finds $event.type under its name in its file', async ({ event, notes }) => {
    const file = (await import(new URL(`${fileOf(event.type)}.ts`, folder).href)) as Record<string, unknown>;
    expect(file[constantOf(event.type)]).toBe(event);
    expect(file[`${constantOf(event.type)}Notes`]).toBe(notes);
  });

  it('names each event once, ours with our source and the marketplace’s with theirs', () => {
    expect(new Set(catalogue.map(({ event }) => nameOf(event))).size).toBe(catalogue.length);
    for (const { event } of ownEvents) expect(event.source).toBe('ssc');
    for (const { event } of inboundEvents) expect(event.source).toMatch(/^marketplace\.[a-z]+$/);
  });

  it.each(catalogue)('says of $event.type all that people have to know', ({ notes }) => {
    for (const note of Object.values(notes)) expect(note).toMatch(/^[A-Z].+\.$/);
  });

  it('costs a bundle nothing but the events that it reads: what is for people is left out', () => {
    const lines = catalogue.map(({ event }) => {
      const name = constantOf(event.type);
      return `import { ${name} } from './${fileOf(event.type)}.ts'; console.log(${name});`;
    });
    const { outputFiles } = buildSync({
      stdin: { contents: lines.join('\n'), resolveDir: fileURLToPath(folder), loader: 'ts' },
      bundle: true,
      format: 'esm',
      external: ['zod'],
      write: false,
    });
    const text = outputFiles[0]?.text ?? '';
    for (const { event, notes } of catalogue) {
      expect(text).toContain(event.type);
      for (const note of Object.values(notes)) expect(text).not.toContain(note);
    }
    for (const { valid } of eventExamples())
      for (const { detail } of valid) expect(text).not.toContain(detail['eventId']);
  });

  it('holds every event that the code publishes, and none that it does not', () => {
    // Past tense, as all of ours are.
    const titles = /'((?:[A-Z][a-z]+ )+[A-Z][a-z]*(?:ed|held))'/g;
    const published = readdirSync(new URL('shared/', project), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/^(contracts|activity)\//.test(path))
      .map((path) => readFileSync(new URL(`shared/${path}`, project), 'utf8'))
      .flatMap((text) => [...text.matchAll(titles)].map(([, title]) => title));
    expect([...new Set(published)].toSorted()).toEqual(ownEvents.map(({ event }) => event.type).toSorted());
  });
});

const done = () => Promise.resolve();
const consume = busEvents(inboundEvents.map(({ event }): BoundEvent => onEvent<z.ZodType>(event, done)));
const sentAt = Date.parse('2026-12-01T00:00:00.000Z');
const read = (message: unknown): Promise<void> => consume(message, sentAt);
/** Fields that may tell of what is still to come. */
const mayLieAhead = ['respondBy'];

describe('example events', () => {
  it('exist for every event, each in a file of its name', () => {
    expect(
      eventExamples()
        .map((one) => `${one.source} ${one['detail-type']}`)
        .toSorted(),
    ).toEqual(catalogue.map(({ event }) => nameOf(event)).toSorted());
    expect(readdirSync(new URL('examples/', folder)).toSorted()).toEqual(
      catalogue.map(({ event }) => `${fileOf(event.type)}.json`).toSorted(),
    );
    for (const { event } of catalogue) expect(examplesOf(event).valid.length, event.type).toBeGreaterThan(0);
    for (const { event } of inboundEvents) expect(examplesOf(event).malformed.length, event.type).toBeGreaterThan(0);
  });

  it('have event IDs of their own', () => {
    const ids = eventExamples().flatMap(({ valid }) => valid.map(({ detail }) => detail['eventId']));
    expect(new Set(ids).size).toBe(ids.length);
  });

  describe.each(inboundEvents.map(({ event }) => examplesOf(event)))('of $detail-type', (event) => {
    it('have a rule that takes them to a queue', () => {
      const takers = consumers.filter(({ events = [] }) =>
        events.some(({ source, type }) => source === event.source && type === event['detail-type']),
      );
      expect(takers).toHaveLength(1);
    });

    it.each(event.valid)('are readable: $title', async ({ detail }) => {
      await expect(read(envelopeOf(event, detail))).resolves.toBeUndefined();
    });

    it('are refused when any of their times lies ahead, whenever they say that they were published', async () => {
      const time = '2031-01-01T00:00:00Z';
      for (const { detail } of event.valid) {
        for (const [name, value] of Object.entries(detail)) {
          if (!/^\d{4}-\d\d-\d\dT/.test(String(value)) || mayLieAhead.includes(name)) continue;
          const ahead = { ...envelopeOf(event, { ...detail, [name]: '2031-01-01T00:00:00.000Z' }), time };
          await expect(read(ahead)).rejects.toMatchObject({ reason: 'future_time', detail: `detail.${name}` });
        }
      }
    });

    it('are refused by the field when a number of theirs is none that the table keeps, or outranks all others', async () => {
      for (const { detail } of event.valid) {
        for (const [name] of Object.entries(detail).filter(([, value]) => typeof value === 'number')) {
          for (const odd of [1e-131, Number.MIN_VALUE, -1e-131, 1e126, 2 ** 53 - 2, Number.MAX_SAFE_INTEGER])
            await expect(read(envelopeOf(event, { ...detail, [name]: odd })), `${name} ${odd}`).rejects.toMatchObject({
              reason: 'invalid_event',
              detail: `detail.${name}`,
            });
        }
      }
    });

    it.each(event.malformed)('are refused by the one field that is wrong: $title', async ({ detail, breaks }) => {
      await expect(read(envelopeOf(event, detail))).rejects.toMatchObject({ reason: 'invalid_event', detail: breaks });
    });
  });

  describe.each(ownEvents.map(({ event }) => examplesOf(event)))('of our own $detail-type', (event) => {
    it.each(event.valid)('are as we publish them: $title', ({ detail }) => {
      expect(departures(event['detail-type'], detail)).toEqual([]);
    });
  });
});
