import { describe, expect, it } from 'vitest';
import { parseComplaints } from '../../../ops/complaints-options.ts';

const parse = (line: string) => parseComplaints(line === '' ? [] : line.split(' '), {});

describe('the options of complaints', () => {
  it('say what is listed, and what is decided', () => {
    expect(parse('list --local')).toMatchObject({ command: { name: 'list', state: 'open', json: false } });
    expect(parse('list --state rejected --json --stage dev')).toEqual({
      where: { type: 'stage', stage: 'dev' },
      command: { name: 'list', state: 'rejected', json: true },
    });
    expect(parse('decide --id c1 --outcome upheld --text Sorry. --local')).toMatchObject({
      command: { name: 'decide', complaintId: 'c1', outcome: 'upheld', text: 'Sorry.' },
    });
  });

  it('help everybody who asks, or says nothing', () => {
    for (const line of ['', '--help', 'decide -h']) expect(parse(line)).toBe('help');
  });

  it.each([
    ['list', 'Say which deployment'],
    ['close --local', 'no command "complaints close"'],
    ['--local', 'no command "complaints "'],
    ['list c1 --local', 'one word too many'],
    ['list --id c1 --local', '--id does not go with list'],
    ['decide --json --local', '--json does not go with decide'],
    ['decide --outcome upheld --text a --local', '--id'],
    ['decide --id c1 --text a --local', '--outcome'],
    ['decide --id c1 --outcome upheld --local', '--text'],
  ])('refuses "%s" and says why', (line, why) => {
    expect(() => parse(line)).toThrow(why);
  });
});
