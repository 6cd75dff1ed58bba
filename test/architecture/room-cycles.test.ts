import { describe, expect, it } from 'vitest';
import { roomCycles } from './room-cycles.ts';
import { parseSource } from './source-file.ts';

const file = (path: string, ...targets: string[]) =>
  parseSource(path, targets.map((target) => `import '${target}';`).join('\n'));

describe('room cycles', () => {
  it('finds none where rooms build upon each other', () => {
    const files = [
      file('shared/a/rules.ts', '../b/rules.ts', '../c/rules.ts', './store.ts'),
      file('shared/b/rules.ts', '../c/rules.ts'),
      file('shared/c/rules.ts'),
    ];
    expect(roomCycles(files)).toEqual([]);
  });

  it('names two rooms that import each other, and the imports that tie them', () => {
    const files = [file('shared/a/rules.ts', '../b/rules.ts'), file('shared/b/store.ts', '../a/items.ts')];
    expect(roomCycles(files)).toEqual([
      {
        rooms: ['a', 'b'],
        imports: ['shared/a/rules.ts imports shared/b/rules.ts', 'shared/b/store.ts imports shared/a/items.ts'],
      },
    ]);
  });

  it('finds a cycle round a corner, once, and a type counts as much as a value', () => {
    const files = [
      file('shared/a/x.ts', '../b/x.ts'),
      file('shared/b/x.ts', '../c/x.ts'),
      parseSource('shared/c/x.ts', "import type { X } from '../a/x.ts';"),
      file('shared/d/x.ts', '../a/x.ts'),
    ];
    expect(roomCycles(files).map(({ rooms }) => rooms)).toEqual([['a', 'b', 'c']]);
  });
});
