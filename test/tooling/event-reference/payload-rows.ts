import * as z from 'zod';

/** One field of a payload, as a reader of the reference sees it. */
export interface PayloadRow {
  /** With a dot into a field: `subject.type`. */
  readonly field: string;
  readonly type: string;
  readonly required: boolean;
  readonly meaning: string;
  /** Empty where any value of the type will do. */
  readonly allowed: string;
}

interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: string | number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** Types with a line of their own in the reference: each field that has one says no more than its name. */
const namedTypes: Readonly<Record<string, string>> = { Id: 'ID', Timestamp: 'time', Money: 'money' };

/**
 * The fields of a detail, those of objects behind their object.
 *
 * @param io `input` for what we read, `output` for what we write: a default is always written.
 */
export function payloadRows(detail: z.ZodType, io: 'input' | 'output'): readonly PayloadRow[] {
  const schema = z.toJSONSchema(detail, { io }) as JsonSchema;
  return rowsOf(schema, schema.$defs ?? {}, '');
}

function rowsOf(object: JsonSchema, defs: Readonly<Record<string, JsonSchema>>, prefix: string): readonly PayloadRow[] {
  return Object.entries(object.properties ?? {}).flatMap(([name, field]) => {
    const definition = defs[nameOf(field)] ?? {};
    const whole = { ...definition, ...field };
    const row: PayloadRow = {
      field: prefix + name,
      type: typeOf(whole),
      required: object.required?.includes(name) ?? false,
      meaning: field.description ?? definition.description ?? '',
      allowed: allowedOf(whole),
    };
    return row.type === 'object' ? [row, ...rowsOf(whole, defs, `${prefix}${name}.`)] : [row];
  });
}

const nameOf = ({ $ref = '' }: JsonSchema): string => $ref.replace('#/$defs/', '');

function typeOf(field: JsonSchema): string {
  const named = namedTypes[nameOf(field)];
  if (named !== undefined) return named;
  if (field.type === 'array') return `list of ${plural(typeOf(field.items ?? {}))}`;
  if (field.format === 'uri') return 'URL';
  const names: Readonly<Record<string, string>> = { string: 'text', integer: 'whole number' };
  return names[field.type ?? ''] ?? field.type ?? 'anything';
}

const plural = (type: string): string => (type === 'ID' ? 'IDs' : `${type}s`);

function allowedOf(field: JsonSchema): string {
  const { enum: values, const: only, items, minItems, maxItems, minLength, maxLength, pattern } = field;
  if (only !== undefined) return `\`${only}\``;
  if (values) return values.map((value) => `\`${value}\``).join(', ');
  if (nameOf(field) in namedTypes) return '';
  return [
    range(limitOf(field.minimum), limitOf(field.maximum), ''),
    range(minItems, maxItems, ' of them'),
    range(minLength, maxLength, ' characters'),
    pattern === undefined ? '' : `\`${pattern}\``,
    items ? allowedOf(items) : '',
  ]
    .filter(Boolean)
    .join('; ');
}

/** Whole numbers end where JavaScript can no longer tell two of them apart, and revisions one before: that is no rule of the field's. */
function limitOf(bound: number | undefined): number | undefined {
  return bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER - 1 ? undefined : bound;
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  const [from, to] = [least, most].map((bound) => bound?.toLocaleString('en-US'));
  if (from !== undefined && to !== undefined) return `${from} to ${to}${unit}`;
  if (to !== undefined) return `at most ${to}${unit}`;
  return from === undefined ? '' : `at least ${from}${unit}`;
}
