import { describe, expect, it } from 'vitest';
import { longFunctions } from './function-sizes.ts';
import { parseSource } from './source-file.ts';

const longIn = (text: string) => longFunctions(parseSource('shared/gate/decide.ts', text));
const body = (lines: number): string => 'call();\n'.repeat(lines);

describe('long functions', () => {
  it('are those with more than 60 lines of code, by name', () => {
    expect(longIn(`function short() {\n${body(58)}}`)).toEqual([]);
    expect(longIn(`function long() {\n${body(59)}}`)).toEqual([
      { path: 'shared/gate/decide.ts', name: 'long', lines: 61 },
    ]);
  });

  it('do not count blank lines and comments, also those that document', () => {
    const quiet = '\n// why\n/* for\n   a reason */\n/** Source of it. */\n';
    expect(longIn(`function long() {\n${quiet}${body(58)}${quiet}}`)).toEqual([]);
  });

  it('count every line of a text that spans several', () => {
    expect(longIn(`const long = () => {\nreturn \`${'line\n'.repeat(60)}\`;\n};`)).toMatchObject([{ name: 'long' }]);
  });

  it('hold what is nested in them: a factory is read as one', () => {
    const text = `function createStore() {\n  return {\n    add() {\n${body(30)}    },\n    remove() {\n${body(30)}    },\n  };\n}`;
    expect(longIn(text).map(({ name }) => name)).toEqual(['createStore']);
  });

  it('are methods and constructors too', () => {
    const text = `class Stack {\n  constructor() {\n${body(60)}  }\n  wire() {\n${body(60)}  }\n}`;
    expect(longIn(text).map(({ name }) => name)).toEqual(['constructor', 'wire']);
  });
});
