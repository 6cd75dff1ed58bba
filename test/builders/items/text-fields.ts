import type * as z from 'zod';

type Path = readonly string[];
/** A schema as it says of itself what it is made of. */
type Definition = { readonly type: string } & Readonly<
  Partial<Record<'innerType' | 'element' | 'in', z.ZodType> & { shape: Readonly<Record<string, z.ZodType>> }>
>;

/** Where a body has texts that are not of a fixed list: each place once, of a list its first entry. */
export function textFields(schema: z.ZodType | undefined, path: Path = []): readonly Path[] {
  const { type, shape, element, innerType, in: before } = (schema?.def ?? { type: 'undefined' }) as Definition;
  if (type === 'string') return [path];
  if (shape) return Object.entries(shape).flatMap(([name, field]) => textFields(field, [...path, name]));
  if (element) return textFields(element, [...path, '0']);
  const wrapped = innerType ?? before;
  if (wrapped) return textFields(wrapped, path);
  if (['enum', 'literal', 'number', 'int', 'boolean', 'undefined'].includes(type)) return [];
  throw new Error(`${path.join('.')} is a ${type}, in which texts are not looked for.`);
}

/** The same body with another text in one place. */
export function withText(body: unknown, [name, ...rest]: Path, text: string): unknown {
  if (name === undefined) return text;
  if (Array.isArray(body)) return body.map((entry, at) => (String(at) === name ? withText(entry, rest, text) : entry));
  const fields = body as Readonly<Record<string, unknown>>;
  return { ...fields, [name]: withText(fields[name], rest, text) };
}
