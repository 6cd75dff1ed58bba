import { idPattern } from '../kernel/ids.ts';
import type { ShopId } from '../kernel/ids.ts';
import { invalid } from '../kernel/errors.ts';

/** Position in a list: the IDs of the last one shown, e.g. `{blockId, buyerId}`. Keys are made from them anew, so a forged one leads nowhere else. */
export type Position<Field extends string = string> = Readonly<Record<Field, string>>;

/** Opaque to callers and bound to what it pages through: a shop, or all shops. */
export function toCursor(list: ShopId, position: Position): string {
  return Buffer.from(JSON.stringify([list, position])).toString('base64url');
}

/**
 * Where a cursor stands, checked to belong to this list and to hold nothing but IDs.
 *
 * @throws AppError `validation_failed` for a cursor that this list did not give out.
 */
export function fromCursor<const Field extends string>(
  list: ShopId,
  cursor: string | undefined,
  fields: readonly Field[],
): Position<Field> | undefined {
  if (cursor === undefined) return undefined;
  const wrong = invalid([{ path: 'query.cursor', message: 'is not a cursor of this list' }]);
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw wrong;
  }
  if (!Array.isArray(decoded) || decoded.length !== 2 || decoded[0] !== list) throw wrong;
  const position: unknown = decoded[1];
  if (typeof position !== 'object' || position === null) throw wrong;
  const entries = Object.entries(position);
  const known: readonly string[] = fields;
  if (entries.length !== fields.length || !entries.every(([name, value]) => known.includes(name) && isId(value)))
    throw wrong;
  return position as Position<Field>;
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && idPattern.test(value);
}
