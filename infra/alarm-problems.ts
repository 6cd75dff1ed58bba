import { hasTargets } from './settings/alarm-settings.ts';
import type { AlarmTargets } from './settings/alarm-settings.ts';

/** What the settings of a stage say of who hears its alarms; not parsed yet. */
export interface AlarmSettings {
  readonly stage?: unknown;
  readonly alarms?: unknown;
}

/** Production without somebody to alarm. */
export function alarmProblems({ stage, alarms }: AlarmSettings): readonly string[] {
  const page = (alarms as { readonly page?: AlarmTargets } | undefined)?.page ?? {};
  if (stage !== 'prod' || hasTargets(page)) return [];
  return ['alarms.page must name somebody to alarm in production: emails, urls or topics (-c alarmEmail=… names one)'];
}
