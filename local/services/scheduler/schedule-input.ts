import type { Account } from '../../core/assembly/resource.ts';
import type { ScheduleModel } from './model.ts';

/**
 * What a schedule sends: its input with the context attributes filled in, or the event that EventBridge Scheduler
 * sends without one (whose detail is the text `{}`).
 */
export function toScheduleInput(
  deployment: Account,
  model: ScheduleModel,
  firing: { readonly scheduledTime: number; readonly executionId: string },
): string {
  const time = new Date(firing.scheduledTime).toISOString().replace(/\.\d+Z$/, 'Z');
  if (model.input === undefined) {
    return JSON.stringify({
      version: '0',
      id: firing.executionId,
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account: deployment.account,
      time,
      region: deployment.region,
      resources: [model.arn],
      detail: '{}',
    });
  }
  return model.input
    .replaceAll('<aws.scheduler.schedule-arn>', model.arn)
    .replaceAll('<aws.scheduler.scheduled-time>', time)
    .replaceAll('<aws.scheduler.execution-id>', firing.executionId)
    .replaceAll('<aws.scheduler.attempt-number>', '1');
}

/** Functions take nothing else. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
