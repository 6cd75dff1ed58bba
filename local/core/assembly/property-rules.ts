import { isJsonObject } from './json.ts';
import type { Json, JsonObject } from './json.ts';

/** What the local runtime does with one property. Whatever has no rule stops the start. */
export type PropertyRule =
  | { readonly kind: 'used' }
  | { readonly kind: 'no_effect'; readonly because: string }
  | { readonly kind: 'only'; readonly values: readonly Json[] }
  | { readonly kind: 'object'; readonly rules: PropertyRules }
  | { readonly kind: 'list'; readonly rules: PropertyRules };
export type PropertyRules = Readonly<Record<string, PropertyRule>>;

/** Read into the model, whatever it holds. */
export const used: PropertyRule = { kind: 'used' };
/** Known, and known to change nothing on one machine. */
export const noEffect = (because: string): PropertyRule => ({ kind: 'no_effect', because });
/** Only these values are played locally. */
export const only = (...values: readonly Json[]): PropertyRule => ({ kind: 'only', values });
export const object = (rules: PropertyRules): PropertyRule => ({ kind: 'object', rules });
export const list = (rules: PropertyRules): PropertyRule => ({ kind: 'list', rules });

/** Tags are for bills and searches. */
export const tags: PropertyRule = noEffect('tags change no behaviour');

export interface PropertyProblem {
  /** Dotted path inside `Properties`, e.g. `Targets.0.EcsParameters`. */
  readonly property: string;
  readonly problem: string;
}

/** Every property of `value` that no rule covers, or that holds a value that is not played locally. */
export function findPropertyProblems(value: JsonObject, rules: PropertyRules, prefix = ''): readonly PropertyProblem[] {
  return Object.entries(value).flatMap(([name, content]) => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const property = `${prefix}${name}`;
    return rule === undefined ? [{ property, problem: 'unknown property' }] : check(property, content, rule);
  });
}

function check(property: string, content: Json, rule: PropertyRule): readonly PropertyProblem[] {
  switch (rule.kind) {
    case 'used':
    case 'no_effect':
      return [];
    case 'only':
      return rule.values.includes(content)
        ? []
        : [
            {
              property,
              problem: `value ${JSON.stringify(content)} is not supported, only ${rule.values.map((value) => JSON.stringify(value)).join(', ')}`,
            },
          ];
    case 'object':
      return isJsonObject(content)
        ? findPropertyProblems(content, rule.rules, `${property}.`)
        : [{ property, problem: 'expected an object' }];
    case 'list':
      if (!Array.isArray(content)) return [{ property, problem: 'expected a list' }];
      return (content as readonly Json[]).flatMap((item, index) =>
        check(`${property}.${index}`, item, object(rule.rules)),
      );
  }
}
