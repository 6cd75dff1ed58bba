import { describe, expect, it } from 'vitest';
import { stageNameOf } from '../../../infra/settings/stage-name.ts';

describe('the name of a stage', () => {
  it.each(['dev', 'staging', 'prod', 'local', 'pilot-eu', 'a1', 'abcdefghij-klmnopqrs'])('can be %s', (name) => {
    expect(stageNameOf(name)).toBe(name);
  });

  it.each([
    '',
    'Prod',
    'a_b',
    '-a',
    'a-',
    'a--b',
    'a-1',
    '1a',
    'abcdefghij-klmnopqrst',
    'my-aws',
    'cognito',
    7,
    undefined,
  ])('cannot be %s', (name) => {
    expect(() => stageNameOf(name)).toThrow(/^stage .* must be a name such as dev/);
  });
});
