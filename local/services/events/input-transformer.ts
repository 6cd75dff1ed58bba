import type { RuleModel, RuleTargetModel } from './model.ts';
import type { EventEnvelope } from './event-envelope.ts';

type Transformer = NonNullable<RuleTargetModel['inputTransformer']>;

/** Variables that EventBridge gives every template; the ones with `.json` and the event itself are inserted as JSON. */
const reserved: Readonly<Record<string, (event: EventEnvelope, rule: RuleModel) => unknown>> = {
  'aws.events.rule-arn': (_event, rule) => rule.arn,
  'aws.events.rule-name': (_event, rule) => rule.name,
  'aws.events.event.ingestion-time': (event) => event.time,
  // As documented: the event without its detail, and the whole event.
  'aws.events.event': ({ detail: _detail, ...event }) => event,
  'aws.events.event.json': (event) => event,
};

/**
 * Compiles a target's input transformer to a function from an event to the text that the target is sent.
 *
 * A variable that stands alone becomes JSON, one inside quotes becomes text; a path that the event does not
 * have becomes null, or nothing inside quotes.
 *
 * @throws Error naming rule and variable for a path beyond `$.a.b` or a variable that is not defined.
 */
export function compileTransformer(transformer: Transformer, rule: RuleModel): (event: EventEnvelope) => string {
  const paths = new Map(Object.entries(transformer.paths).map(([name, path]) => [name, parsePath(path, rule)]));
  const pieces = tokenize(transformer.template);
  for (const { variable } of pieces) {
    if (variable === undefined || paths.has(variable) || Object.hasOwn(reserved, variable)) continue;
    throw new Error(`${rule.path}: the input template uses <${variable}>, which its input paths do not define.`);
  }
  const valueOf = (variable: string, event: EventEnvelope): unknown => {
    const path = paths.get(variable);
    return path ? readPath(event, path) : reserved[variable]?.(event, rule);
  };
  return (event) =>
    pieces
      .map(({ text, variable, quoted }) => {
        if (variable === undefined) return text;
        const value = valueOf(variable, event);
        return quoted ? insideQuotes(value) : JSON.stringify(value ?? null);
      })
      .join('');
}

interface Piece {
  readonly text: string;
  readonly variable?: string;
  /** Whether it stands inside a JSON string of the template. */
  readonly quoted: boolean;
}

function tokenize(template: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let quoted = false;
  for (const [text, variable] of template.matchAll(/<([\w.-]+)>|\\[\s\S]|"|[^<"\\]+|</g)) {
    if (text === '"') quoted = !quoted;
    pieces.push({ text, quoted, ...(variable !== undefined && { variable }) });
  }
  return pieces;
}

/** Text inside quotes is escaped so that the whole stays JSON. */
function insideQuotes(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return JSON.stringify(text).slice(1, -1);
}

function parsePath(path: string, rule: RuleModel): readonly string[] {
  if (path === '$') return [];
  const steps = path.slice(2).split('.');
  if (!path.startsWith('$.') || steps.some((step) => !/^[\w-]+$/.test(step))) {
    throw new Error(`${rule.path}: the input path ${path} is beyond what the local runtime knows ($ and $.a.b).`);
  }
  return steps;
}

function readPath(event: unknown, steps: readonly string[]): unknown {
  let value = event;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
