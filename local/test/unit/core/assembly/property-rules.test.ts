import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../core/assembly/json.ts';
import { findPropertyProblems, list, noEffect, object, only, used } from '../../../../core/assembly/property-rules.ts';

const rules = {
  Name: used,
  Tags: noEffect('tags change no behaviour'),
  Mode: only('fast', true),
  Deep: object({ Inner: used, Mode: only(1) }),
  Many: list({ Inner: used }),
};

describe('findPropertyProblems', () => {
  it('finds none where a rule covers every value', () => {
    const properties = {
      Name: { any: 1 },
      Tags: [],
      Mode: true,
      Deep: { Inner: null, Mode: 1 },
      Many: [{ Inner: 1 }, {}],
    };
    expect(findPropertyProblems(properties, rules)).toEqual([]);
  });

  it.each<[JsonObject, string, string]>([
    [{ Other: 1 }, 'Other', 'unknown property'],
    [{ constructor: 1 }, 'constructor', 'unknown property'],
    [{ Mode: 'slow' }, 'Mode', 'value "slow" is not supported, only "fast", true'],
    [{ Deep: { Mode: 2 } }, 'Deep.Mode', 'value 2 is not supported, only 1'],
    [{ Deep: { Other: 1 } }, 'Deep.Other', 'unknown property'],
    [{ Deep: [] }, 'Deep', 'expected an object'],
    [{ Many: {} }, 'Many', 'expected a list'],
    [{ Many: [{}, { Other: 1 }] }, 'Many.1.Other', 'unknown property'],
    [{ Many: ['text'] }, 'Many.0', 'expected an object'],
  ])('names what it cannot do in %j', (properties, property, problem) => {
    expect(findPropertyProblems(properties, rules)).toEqual([{ property, problem }]);
  });
});
