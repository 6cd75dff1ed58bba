import { describe, expect, it } from 'vitest';
import { isJson, toScheduleInput } from '../../../../services/scheduler/schedule-input.ts';

const model = {
  name: 'sweep',
  arn: 'arn:aws:scheduler:us-east-1:000000000000:schedule/default/sweep',
  path: 'Sweep',
  expression: 'rate(1 minute)',
  timeZone: 'UTC',
  enabled: true,
  targetArn: 'arn:q',
  roleArn: 'arn:r',
};
const firing = { scheduledTime: Date.parse('2026-11-22T10:00:00.250Z'), executionId: 'e-1' };
const render = (input?: string) =>
  toScheduleInput(
    { account: '000000000000', region: 'us-east-1' },
    { ...model, ...(input !== undefined && { input }) },
    firing,
  );

describe('toScheduleInput', () => {
  it('is the event of EventBridge Scheduler where the schedule has no input', () => {
    expect(JSON.parse(render())).toEqual({
      version: '0',
      id: 'e-1',
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account: '000000000000',
      time: '2026-11-22T10:00:00Z',
      region: 'us-east-1',
      resources: [model.arn],
      detail: '{}',
    });
  });

  it('fills in every context attribute, as often as it stands there', () => {
    const input =
      '["<aws.scheduler.schedule-arn>","<aws.scheduler.scheduled-time>","<aws.scheduler.execution-id>","<aws.scheduler.execution-id>",<aws.scheduler.attempt-number>]';
    expect(JSON.parse(render(input))).toEqual([model.arn, '2026-11-22T10:00:00Z', 'e-1', 'e-1', 1]);
  });

  it.each([
    '',
    'plain text',
    '{"a":"<aws.scheduler.other>"}',
    '<aws.events.rule-arn>',
  ])('leaves %j as it is', (input) => {
    expect(render(input)).toBe(input);
  });
});

describe('isJson', () => {
  it.each([
    ['{"a":1}', true],
    ['null', true],
    ['', false],
    ['plain text', false],
  ])('%j: %s', (text, expected) => {
    expect(isJson(text)).toBe(expected);
  });
});
