import { BlockList, isIP } from 'node:net';
import { compileWildcard } from './wildcard.ts';

/** Looks at one scalar of the event; undefined when the field is absent. */
export type LeafMatcher = (leaf: unknown) => boolean;

/**
 * Compiles one operator of an event pattern, e.g. `{prefix: 'marketplace.'}`.
 *
 * @throws Error naming the field for an unknown operator or an operand of the wrong kind.
 */
export function compileOperator(operator: Readonly<Record<string, unknown>>, path: string): LeafMatcher {
  const [[name, operand] = ['', undefined], ...more] = Object.entries(operator);
  if (more.length > 0) throw new Error(`${path} has more than one operator: ${Object.keys(operator).join(', ')}.`);
  const compile = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!compile)
    throw new Error(`${path} has the unknown operator "${name}"; known are ${Object.keys(operators).join(', ')}.`);
  return compile(operand, `${path}.${name}`);
}

const operators: Readonly<Record<string, (operand: unknown, path: string) => LeafMatcher>> = {
  prefix: (operand, path) => compileAffix(operand, path, (text, affix) => text.startsWith(affix)),
  suffix: (operand, path) => compileAffix(operand, path, (text, affix) => text.endsWith(affix)),
  'equals-ignore-case': (operand, path) => {
    const wanted = foldCase(requireText(operand, path));
    return ifText((text) => foldCase(text) === wanted);
  },
  wildcard: (operand, path) => ifText(compileWildcard(requireText(operand, path), path)),
  exists: (operand, path) => {
    if (typeof operand !== 'boolean') throw new Error(`${path} must be true or false.`);
    return (leaf) => (leaf !== undefined) === operand;
  },
  numeric: compileNumeric,
  cidr: compileCidr,
  'anything-but': compileAnythingBut,
};

/** Operators that may stand inside `anything-but`, each there also with a list of values. */
const negatable = ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'];

function compileAnythingBut(operand: unknown, path: string): LeafMatcher {
  if (typeof operand === 'object' && operand !== null && !Array.isArray(operand)) {
    const [[name, value] = ['', undefined], ...more] = Object.entries(operand);
    if (more.length > 0) throw new Error(`${path} has more than one operator: ${Object.keys(operand).join(', ')}.`);
    if (!negatable.includes(name))
      throw new Error(`${path} cannot hold the operator "${name}"; it can hold ${negatable.join(', ')}.`);
    const matchers = toNonEmptyList(value, path).map((one) => compileOperator({ [name]: one }, path));
    return (leaf) => leaf !== undefined && !matchers.some((matches) => matches(leaf));
  }
  const excluded = toNonEmptyList(operand, path);
  const kinds = new Set(excluded.map((value) => typeof value));
  if (kinds.size > 1 || !(kinds.has('string') || kinds.has('number')))
    throw new Error(`${path} must list strings alone or numbers alone.`);
  return (leaf) => leaf !== undefined && !excluded.includes(leaf);
}

function compileAffix(operand: unknown, path: string, holds: (text: string, affix: string) => boolean): LeafMatcher {
  if (typeof operand === 'object' && operand !== null) {
    const { 'equals-ignore-case': folded, ...others } = operand as Record<string, unknown>;
    if (Object.keys(others).length > 0) throw new Error(`${path} can hold a string or equals-ignore-case.`);
    const affix = foldCase(requireText(folded, path));
    return ifText((text) => holds(foldCase(text), affix));
  }
  const affix = requireText(operand, path);
  return ifText((text) => holds(text, affix));
}

const comparisons: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** One comparison, or a range with its lower bound first, as EventBridge takes them. */
function compileNumeric(operand: unknown, path: string): LeafMatcher {
  const parts = toList(operand, path);
  if (parts.length === 0 || parts.length % 2 !== 0)
    throw new Error(`${path} must be pairs of a comparison and a number.`);
  const tests: ((value: number) => boolean)[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const name = String(parts[index]);
    const compare = Object.hasOwn(comparisons, name) ? comparisons[name] : undefined;
    const bound = parts[index + 1];
    if (!compare || typeof bound !== 'number')
      throw new Error(`${path} has the unknown comparison "${name} ${String(bound)}".`);
    tests.push((value) => compare(value, bound));
  }
  if (parts.length > 2 && !isRange(parts)) throw new Error(`${path} must be a range with its lower bound first.`);
  return (leaf) => typeof leaf === 'number' && tests.every((holds) => holds(leaf));
}

function isRange([from, bottom, to, top, ...more]: readonly unknown[]): boolean {
  const opens = from === '>' || from === '>=';
  const closes = to === '<' || to === '<=';
  return opens && closes && Number(bottom) < Number(top) && more.length === 0;
}

function compileCidr(operand: unknown, path: string): LeafMatcher {
  const [address = '', bits = ''] = requireText(operand, path).split('/');
  const family = isIP(address);
  if (family === 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128))
    throw new Error(`${path} is not an address range: ${String(operand)}.`);
  const range = new BlockList();
  range.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  return ifText((text) => isIP(text) === family && range.check(text, family === 4 ? 'ipv4' : 'ipv6'));
}

function ifText(matches: (text: string) => boolean): LeafMatcher {
  return (leaf) => typeof leaf === 'string' && matches(leaf);
}

function requireText(operand: unknown, path: string): string {
  if (typeof operand !== 'string') throw new Error(`${path} must be a string.`);
  return operand;
}

function toList(operand: unknown, path: string): readonly unknown[] {
  if (operand === undefined || operand === null) throw new Error(`${path} has no operand.`);
  return Array.isArray(operand) ? operand : [operand];
}

function toNonEmptyList(operand: unknown, path: string): readonly unknown[] {
  const list = toList(operand, path);
  if (list.length === 0) throw new Error(`${path} is an empty list, which excludes nothing.`);
  return list;
}

function foldCase(text: string): string {
  return text.toLowerCase();
}
