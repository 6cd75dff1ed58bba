import { describe, expect, it } from 'vitest';
import { freeText, lineOfText } from '../../../../shared/contracts/schemas.ts';
import { createOpenApi } from '../../../../shared/http/openapi.ts';
import { toFieldErrors } from '../../../../shared/http/parse-request.ts';
import { allContracts } from '../../../../shared/public/routes.ts';

interface Parameter {
  readonly name: string;
  readonly schema: { readonly type?: string; readonly default?: number };
}
const { paths } = createOpenApi(allContracts) as {
  paths: Record<string, Record<string, { parameters?: readonly Parameter[] }>>;
};
/** The numeric parameters of each route, as the document has them. */
const described = allContracts.map(({ operationId, path, method, query }) => ({
  operationId,
  query,
  integers: (paths[path]?.[method.toLowerCase()]?.parameters ?? []).filter(({ schema }) => schema.type === 'integer'),
}));

describe('a number in a query', () => {
  it('is an integer in the document, with what it is when it is not given', () => {
    for (const { query, integers, operationId } of described) {
      const numbers = Object.keys(query.shape).filter((name) => query.safeParse({ [name]: '10' }).data?.[name] === 10);
      const names = integers.map(({ name }) => name);
      expect(names, operationId).toEqual(numbers);
      for (const { name, schema } of integers) expect(query.parse({})).toMatchObject({ [name]: schema.default });
    }
    expect(described.flatMap(({ integers }) => integers).length).toBeGreaterThan(5);
  });

  it.each([
    '1e1',
    ' 10',
    '10 ',
    '010',
    '+10',
    '-1',
    '10.0',
    '0xa',
    '1_0',
    '１０',
    '',
    'Infinity',
    '9'.repeat(400),
  ])('is not %j', (text) => {
    for (const { query, integers, operationId } of described) {
      for (const { name } of integers) {
        const { error } = query.safeParse({ [name]: text });
        expect(error && toFieldErrors(error).map(({ path }) => path), operationId).toEqual([name]);
      }
    }
  });
});

describe.each([
  ['free text', freeText(100)],
  ['a line of text', lineOfText(100)],
])('%s that must say something', (_, schema) => {
  it.each([
    '\u3164',
    '\uffa0',
    '\u115f\u1160',
    '\u2800\u2800',
    '\ufe0f',
    '\u034f',
    '\u17b4\u17b5',
    '\u180b\u180e',
    '\u200b\u200d\u2060\ufeff',
    '\u00ad',
    '\u0301',
    '\u00a0\u3000 ',
    '\u{1d159}',
    '\u{e0001}\u{e0100}',
    '\ue000',
  ])('holds more than %j', (text) => {
    expect(schema.safeParse(text).success).toBe(false);
  });

  it.each(['x', '7', '?', '€', '李', 'ا', 'ก', '👩‍🍳', '❤️', 'e\u0301', 'ㅎ', '⠓', '\u3164a'])('may be %j', (text) => {
    expect(schema.parse(text)).toBe(text);
  });
});

describe('a line of text', () => {
  it.each([
    'a\nb',
    'a\rb',
    'a\u0085b',
    'a\u2028b',
    'a\u202eb',
    'a\u2066b',
    'a\u200fb',
    ' a',
    'a ',
    '\u00a0a',
    'a\u0000',
  ])('holds no %j', (text) => {
    expect(lineOfText(100).safeParse(text).success).toBe(false);
  });
});
