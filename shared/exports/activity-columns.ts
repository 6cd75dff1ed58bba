import { shownFields } from '../activity/rules.ts';
import type { Activity } from '../activity/rules.ts';
import type { Column } from '../csv/write-csv.ts';

/** Details that are words or times of ours, or whole numbers. Any other is an ID, an amount, or somebody's text. */
const words = new Set([
  'reason',
  'scope',
  'scopeBefore',
  'duration',
  'expiresAt',
  'respondBy',
  'state',
  'kind',
  'status',
  'change',
  'severity',
  'subject.type',
  'subjectType',
  'about.type',
  'outcome',
  'verdict',
  'quotas.blocks',
  'quotas.newBlocksPerDay',
]);

/** Of the file of a shop's activity: a column for each detail that some activity has. */
export const activityColumns: readonly Column<Activity>[] = [
  { name: 'at', kind: 'word', of: ({ at }) => at },
  { name: 'type', kind: 'word', of: ({ type }) => type },
  { name: 'actor', kind: 'word', of: ({ actor }) => actor.kind },
  { name: 'actorId', kind: 'text', of: ({ actor }) => actor.id },
  ...shownFields.map(
    (name): Column<Activity> => ({
      name,
      kind: words.has(name) ? 'word' : 'text',
      of: ({ details }) => detailOf(details, name),
    }),
  ),
  { name: 'activityId', kind: 'text', of: ({ activityId }) => activityId },
];

function detailOf(details: Activity['details'], name: string): string | number | undefined {
  const [outer = '', inner] = name.split('.');
  const value = details[outer];
  const found = inner === undefined ? value : (value as Readonly<Record<string, unknown>> | undefined)?.[inner];
  return found as string | number | undefined;
}
