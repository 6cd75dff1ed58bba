import { expect, it } from 'vitest';
import { fileComplaint } from '../../../../shared/contracts/http/complaints.ts';
import { complaintProblem, longestComplaint } from '../../../src/access/complaint-rules.ts';

it.each([
  ['', 'empty'],
  [' \n', 'empty'],
  ['Why?', undefined],
  ['x'.repeat(longestComplaint), undefined],
  ['x'.repeat(longestComplaint + 1), 'tooLong'],
])('judges a complaint as the API does', (text, problem) => {
  expect(complaintProblem(text)).toBe(problem);
  expect(fileComplaint.body.safeParse({ text }).success).toBe(problem === undefined);
});
