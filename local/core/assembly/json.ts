/** JSON as templates and requests carry it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** CloudFormation takes a single value where a list is expected, and so do policy documents. */
export function asList(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

export function asStrings(value: Json | undefined): readonly string[] {
  return asList(value).map(String);
}

export function asObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** A scalar as text; undefined when it is absent. CloudFormation also takes numbers and booleans where it wants text. */
export function asText(value: Json | undefined): string | undefined {
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
}

/** A number, also from the text form that CloudFormation allows; undefined when it is absent. */
export function asNumber(value: Json | undefined): number | undefined {
  const text = asText(value);
  return text === undefined ? undefined : Number(text);
}

/** A boolean, also from the text form that CloudFormation allows; undefined when it is absent. */
export function asBoolean(value: Json | undefined): boolean | undefined {
  const text = asText(value);
  return text === undefined ? undefined : text === 'true';
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without the names whose value is undefined: absent and undefined differ in the models. */
export function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, content]) => content !== undefined)) as Defined<T>;
}
