import { asList, asText, isJsonObject } from './json.ts';
import type { Json, JsonObject } from './json.ts';

/** What an expression of a template can refer to. Each throws for a name that does not exist. */
export interface Scope {
  ref(name: string): Json;
  attribute(logicalId: string, attribute: string): Json;
  importValue(exportName: string): Json;
  stackOutput(stackName: string, outputName: string): Json;
  condition(name: string): boolean;
}

/** Marks a value that CloudFormation leaves out (`AWS::NoValue`). */
export const noValue: unique symbol = Symbol('AWS::NoValue');
type Resolved = Json | typeof noValue;

/** Replaces every intrinsic function in `value`. Throws for an intrinsic that is not supported, by name. */
export function resolve(value: Json, scope: Scope): Json {
  const resolved = visit(value, scope);
  return resolved === noValue ? null : resolved;
}

function visit(value: Json, scope: Scope): Resolved {
  if (Array.isArray(value)) {
    return (value as readonly Json[])
      .map((item) => visit(item, scope))
      .filter((item): item is Json => item !== noValue);
  }
  if (!isJsonObject(value)) return value;
  const names = Object.keys(value);
  const name = names[0];
  if (names.length === 1 && name !== undefined && (name === 'Ref' || name === 'Condition' || name.startsWith('Fn::'))) {
    // `Condition` is also an ordinary name (of a policy statement); it is an intrinsic only with text.
    if (name !== 'Condition' || typeof value[name] === 'string') return call(name, value[name] ?? null, scope);
  }
  const entries: [string, Json][] = [];
  for (const [key, content] of Object.entries(value)) {
    const resolved = visit(content, scope);
    if (resolved !== noValue) entries.push([key, resolved]);
  }
  return Object.fromEntries(entries);
}

function call(name: string, argument: Json, scope: Scope): Resolved {
  const list = (): readonly Json[] => asList(resolve(argument, scope));
  switch (name) {
    case 'Ref':
      return argument === 'AWS::NoValue' ? noValue : scope.ref(String(argument));
    case 'Condition':
      return scope.condition(String(argument));
    case 'Fn::GetAtt': {
      const [logicalId, ...attribute] = typeof argument === 'string' ? argument.split('.') : list().map(String);
      return scope.attribute(logicalId ?? '', attribute.join('.'));
    }
    case 'Fn::ImportValue':
      return scope.importValue(String(resolve(argument, scope)));
    case 'Fn::GetStackOutput': {
      const output = resolve(argument, scope) as JsonObject;
      return scope.stackOutput(String(output['StackName']), String(output['OutputName']));
    }
    case 'Fn::Join': {
      const [delimiter, parts] = list();
      return asList(parts).map(String).join(String(delimiter));
    }
    case 'Fn::Split': {
      const [delimiter, text] = list();
      return String(text).split(String(delimiter));
    }
    case 'Fn::Select': {
      const [index, choices] = list();
      const chosen = asList(choices)[Number(index)];
      if (chosen === undefined) throw new Error(`Fn::Select: there is no element ${String(index)}`);
      return chosen;
    }
    case 'Fn::Sub':
      return substitute(argument, scope);
    case 'Fn::If': {
      const [condition, whenTrue, whenFalse] = asList(argument);
      return visit((scope.condition(String(condition)) ? whenTrue : whenFalse) ?? null, scope);
    }
    case 'Fn::Equals': {
      const [left, right] = list();
      return asText(left) === asText(right);
    }
    case 'Fn::Not':
      return list()[0] !== true;
    case 'Fn::And':
      return list().every((item) => item === true);
    case 'Fn::Or':
      return list().some((item) => item === true);
    default:
      throw new Error(`intrinsic function ${name} is not supported`);
  }
}

function substitute(argument: Json, scope: Scope): string {
  const [template, given] = typeof argument === 'string' ? [argument, {}] : asList(argument);
  const variables = isJsonObject(given) ? given : {};
  return String(template).replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal === '!') return `\${${name}}`;
    if (Object.hasOwn(variables, name)) return String(resolve(variables[name] ?? null, scope));
    const dot = name.indexOf('.');
    return String(dot < 0 ? scope.ref(name) : scope.attribute(name.slice(0, dot), name.slice(dot + 1)));
  });
}
