import type { Judgement } from './judge-requests.ts';
import { reasonOf } from './unneeded-statements.ts';

/** For people: one line when all is well; otherwise what is wrong. A statement that nobody needed is told of, and fails nothing. */
export function describeJudgement({ refused, unneeded, readings, roles, statements }: Judgement): {
  readonly passed: boolean;
  readonly text: string;
} {
  const unexplained = unneeded.filter(({ role, statement }) => reasonOf(role, statement) === undefined);
  // A run in which nothing was asked for proves nothing.
  const missing = ['strictest', 'by action', 'by item'].filter((reading) => !readings[reading]);
  const passed = refused.length + missing.length === 0;
  const counts = Object.entries(readings).map(([reading, count]) => `${count.toLocaleString('en')} ${reading}`);
  const lines = [
    `${passed ? '✓' : '✗'} permissions      requests of roles that differ: ${counts.join(', ')}; ${statements} statements of ${roles} roles, ${unneeded.length - unexplained.length} that no test can need`,
    ...refused.map(
      ({ roleArn, action, resource, context, reading }) =>
        `    refused ${reading}: ${roleArn} ${action} on ${resource} ${JSON.stringify(context)}`,
    ),
    ...unexplained.map(({ statement }) => `    needed by nobody: ${statement.source}: ${statement.actions.join(', ')}`),
    ...missing.map((reading) => `    nothing was asked for ${reading}`),
  ];
  return { passed, text: lines.join('\n') };
}
