import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { catalogue } from '../../../../shared/contracts/events/catalogue.ts';
import { money } from '../../../../shared/contracts/money.ts';
import { id, timestamp } from '../../../../shared/contracts/schemas.ts';
import { payloadRows } from '../../../tooling/event-reference/payload-rows.ts';

const rowOf = (schema: z.ZodType, io: 'input' | 'output' = 'input') => payloadRows(z.object({ it: schema }), io)[0];

describe('the rows of a payload', () => {
  it.each([
    ['an ID by its name', id, { type: 'ID', allowed: '' }],
    ['a time by its name', timestamp.optional(), { type: 'time', allowed: '', required: false }],
    ['money by its name', money, { type: 'money', allowed: '' }],
    ['every value of an enumeration', z.enum(['a', 'b']), { type: 'text', allowed: '`a`, `b`' }],
    ['the only value', z.literal(1), { type: 'number', allowed: '`1`' }],
    ['the limits of a text', z.string().min(1).max(2000), { type: 'text', allowed: '1 to 2,000 characters' }],
    ['the limits of a number', z.number().min(0).max(100), { type: 'number', allowed: '0 to 100' }],
    ['one limit', z.int().min(1), { type: 'whole number', allowed: 'at least 1' }],
    ['no limit that every number has', z.int(), { type: 'whole number', allowed: '' }],
    ['a list and its length', z.array(id).max(5000), { type: 'list of IDs', allowed: 'at most 5,000 of them' }],
    ['a pattern', z.string().regex(/^[a-z]$/), { type: 'text', allowed: '`^[a-z]$`' }],
  ])('say %s', (_, schema, row) => {
    expect(rowOf(schema)).toMatchObject(row);
  });

  it('say what a field means, else what its type does', () => {
    expect(rowOf(id.meta({ description: 'The shop.' }))?.meaning).toBe('The shop.');
    expect(rowOf(id)?.meaning).toBe('Opaque ID of the marketplace; never a number.');
  });

  it('hold the fields of an object behind it', () => {
    const rows = payloadRows(z.object({ outer: z.object({ inner: z.string() }).optional() }), 'input');
    expect(rows.map(({ field, required }) => [field, required])).toEqual([
      ['outer', false],
      ['outer.inner', true],
    ]);
  });

  it('count a default for those who read, and not for those who write', () => {
    const schema = z.int().default(1);
    expect(rowOf(schema, 'input')?.required).toBe(false);
    expect(rowOf(schema, 'output')?.required).toBe(true);
  });

  it.each(catalogue)('say what each field of $event.type means', ({ event }) => {
    const rows = payloadRows(event.detail, 'output');
    expect(rows.length).toBeGreaterThan(2);
    for (const { field, meaning } of rows) expect(meaning, field).toMatch(/^[^.].+\.$/);
  });
});
