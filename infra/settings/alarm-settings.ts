import type * as z from 'zod';
import { arnOf, emailAddress, group, listOf, webAddress } from './fields.ts';

const targets = group({
  emails: listOf(emailAddress).optional(),
  /** Of a paging service, which SNS posts to. One that holds a key belongs into the environment, not into a file. */
  urls: listOf(webAddress(/^https$/, 'an https URL')).optional(),
  /** Topics that exist already, of a paging or a chat service. */
  topics: listOf(arnOf('sns', '')).optional(),
});

export const alarmsSchema = group({
  /** Somebody has to act now. */
  page: targets,
  /** Somebody has to act in working hours; the pages' targets without it. */
  ticket: targets.optional(),
});

export type AlarmTargets = z.infer<typeof targets>;

/** Whether anybody would be told. */
export function hasTargets({ emails = [], urls = [], topics = [] }: AlarmTargets): boolean {
  return emails.length + urls.length + topics.length > 0;
}
