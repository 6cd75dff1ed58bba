import { describe, expect, it } from 'vitest';
import { ofKind } from '../../infra/function-definition.ts';
import { loadFunctions } from '../../infra/load-functions.ts';

const functions = await loadFunctions();

describe('definitions of functions', () => {
  it('are each of one kind', () => {
    const kinds = (['http', 'queue', 'stream', 'schedule', 'socket', 'token'] as const).map(
      (kind) => ofKind(functions, kind).length,
    );
    expect(kinds.every((count) => count > 0)).toBe(true);
    expect(kinds.reduce((sum, count) => sum + count)).toBe(functions.length);
  });

  it('say who is hurt', () => {
    for (const { name, hurts } of functions) expect(hurts, name).toMatch(/^\S+ .+\.$/);
  });
});
