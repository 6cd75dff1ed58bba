import { describe, expect, it } from 'vitest';
import { alarmProblems } from '../../infra/alarm-problems.ts';

const nobody = /^alarms\.page must name somebody to alarm in production/;

describe('alarmProblems', () => {
  it.each([
    {},
    { page: {} },
    { page: { emails: [] } },
    { page: { emails: [], urls: [], topics: [] } },
  ])('finds nobody to alarm in production by %j', (alarms) => {
    expect(alarmProblems({ stage: 'prod', alarms })).toEqual([expect.stringMatching(nobody)]);
  });

  it.each([
    { emails: ['on-call@example.com'] },
    { urls: ['https://pages.example.com/1'] },
    { topics: ['arn:aws:sns:eu-west-1:222222222222:pages'] },
  ])('is content with %j', (page) => {
    expect(alarmProblems({ stage: 'prod', alarms: { page } })).toEqual([]);
  });

  it('lets other stages alarm nobody', () => {
    for (const stage of ['dev', 'staging', 'local']) expect(alarmProblems({ stage, alarms: { page: {} } })).toEqual([]);
  });
});
