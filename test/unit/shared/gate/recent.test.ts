import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecent } from '../../../../shared/gate/recent.ts';

describe('the newest of many', () => {
  it('keeps at least as many as it is to, the newest value of each', () => {
    const most = 10;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 200 }), (names) => {
        const recent = createRecent<number>(most);
        for (const [at, name] of names.entries()) recent.set(String(name), at);
        const newest = [...new Set(names.toReversed())].slice(0, most);
        for (const name of newest) expect(recent.get(String(name))).toBe(names.lastIndexOf(name));
      }),
    );
  });

  it('never holds more than twice as many', () => {
    const recent = createRecent<number>(10);
    for (let name = 0; name < 1000; name++) recent.set(String(name), name);
    const kept = Array.from({ length: 1000 }, (_, name) => recent.get(String(name))).filter(
      (value) => value !== undefined,
    );
    expect(kept.length).toBeLessThanOrEqual(20);
  });

  it('forgets what is deleted, also what is no longer among the newer half', () => {
    const recent = createRecent<number>(2);
    recent.set('old', 1);
    recent.set('older', 2);
    recent.set('new', 3);
    recent.delete('old');
    recent.delete('new');
    expect([recent.get('old'), recent.get('older'), recent.get('new')]).toEqual([undefined, 2, undefined]);
  });

  it('takes names of the language for names', () => {
    const recent = createRecent<number>(2);
    expect(recent.get('__proto__')).toBeUndefined();
    recent.set('constructor', 1);
    expect(recent.get('constructor')).toBe(1);
  });
});
