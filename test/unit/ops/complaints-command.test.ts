import { describe, expect, it } from 'vitest';
import { runComplaints } from '../../../ops/complaints-command.ts';
import type { ComplaintsCommand } from '../../../ops/complaints-options.ts';

const at = '2026-11-22T12:00:00.000Z';
const complaint = (complaintId: string, more: object = {}) => ({
  complaintId,
  shopId: `shop-of-${complaintId}`,
  state: 'open',
  text: 'Two\nlines\u202e.',
  filedAt: at,
  endedAt: at,
  access: { state: 'terminated', since: at, reasonCode: 'misuse', text: 'Section 4.', reason: 'case 1' },
  ...more,
});

async function run(command: ComplaintsCommand, answers: readonly unknown[]) {
  const calls: unknown[] = [];
  const lines: string[] = [];
  const left = [...answers];
  const api = {
    call: async (...call: readonly unknown[]) => {
      calls.push(call);
      return left.shift();
    },
  };
  await runComplaints(api, command, (line) => void lines.push(line));
  return { calls, lines };
}

describe('the commands about complaints', () => {
  it('list all pages, each text in a line', async () => {
    const { calls, lines } = await run({ name: 'list', state: 'open', json: false }, [
      { items: [complaint('a')], nextCursor: 'n=' },
      { items: [complaint('b', { access: { state: 'active', since: at } })] },
    ]);
    expect(calls).toEqual([
      ['GET', '/v1/admin/complaints?limit=100&state=open'],
      ['GET', '/v1/admin/complaints?limit=100&state=open&cursor=n%3D'],
    ]);
    expect(lines[0]?.split('\n')).toEqual([
      `a: shop shop-of-a, filed ${at}, about the end at ${at}`,
      `  access    terminated since ${at} (misuse; Section 4.; for ops: case 1)`,
      '  complaint Two\\nlines\\u202e.',
      '',
    ]);
    expect(lines[1]).toContain(`active since ${at}\n`);
    expect(lines[2]).toBe('2 complaints open.');
  });

  it('list one JSON object a line for programs', async () => {
    const decided = complaint('a', { state: 'rejected', decidedAt: at, answer: 'No.' });
    const { lines } = await run({ name: 'list', state: 'rejected', json: true }, [{ items: [decided] }]);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([decided]);
    const read = await run({ name: 'list', state: 'rejected', json: false }, [{ items: [decided] }]);
    expect(read.lines[0]).toContain(`  answer    ${at}: No.`);
  });

  it('decide one, and say what became of the access', async () => {
    const ruling = { outcome: 'upheld', text: 'Sorry.' };
    const { calls, lines } = await run({ name: 'decide', complaintId: 'a/b', ...ruling }, [
      complaint('a', { state: 'upheld', access: { state: 'active', since: at } }),
    ]);
    expect(calls).toEqual([['POST', '/v1/admin/complaints/a%2Fb/decision', ruling]]);
    expect(lines).toEqual([`The complaint of shop-of-a is upheld; its access is active since ${at}.`]);
  });
});
