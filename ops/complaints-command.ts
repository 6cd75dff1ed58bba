import type * as z from 'zod';
import { decideComplaint, listComplaints } from '../shared/contracts/http/complaints.ts';
import type { ComplaintsCommand } from './complaints-options.ts';
import { counted } from './counted.ts';
import { oneLine } from './printable.ts';
import type { ServiceApi } from './service-api.ts';

type Complaint = z.output<typeof decideComplaint.reply>;
type Decide = Extract<ComplaintsCommand, { name: 'decide' }>;
type List = Extract<ComplaintsCommand, { name: 'list' }>;

/** What the commands about complaints do and print. */
export function runComplaints(
  api: Pick<ServiceApi, 'call'>,
  command: ComplaintsCommand,
  write: (line: string) => void,
): Promise<void> {
  return command.name === 'list' ? list(api, command, write) : decide(api, command, write);
}

async function list(api: Pick<ServiceApi, 'call'>, { state, json }: List, write: (line: string) => void) {
  const found: Complaint[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '100', state });
    if (cursor !== undefined) query.set('cursor', cursor);
    const page = listComplaints.reply.parse(await api.call('GET', `${listComplaints.path}?${query.toString()}`));
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  if (json) {
    for (const complaint of found) write(JSON.stringify(complaint));
    return;
  }
  for (const complaint of found) write(`${describe(complaint)}\n`);
  write(`${counted(found.length, 'complaint')} ${state}.`);
}

/** A complaint is read, not compared: one below the other, each of its texts in a line. */
function describe(complaint: Complaint): string {
  const { complaintId, shopId, text, filedAt, endedAt, decidedAt, answer, access } = complaint;
  const why = [access.reasonCode, access.text, access.reason && `for ops: ${access.reason}`].filter(Boolean);
  const lines = [
    `${complaintId}: shop ${shopId}, filed ${filedAt}, about the end at ${endedAt}`,
    `  access    ${access.state} since ${access.since}${why.length === 0 ? '' : ` (${why.join('; ')})`}`,
    `  complaint ${text}`,
    ...(decidedAt === undefined ? [] : [`  answer    ${decidedAt}: ${answer ?? ''}`]),
  ];
  return lines.map(oneLine).join('\n');
}

/** Repeatable, like all that this API client sends: asked again after a lost answer, it is answered again. */
async function decide(
  api: Pick<ServiceApi, 'call'>,
  { complaintId, outcome, text }: Decide,
  write: (line: string) => void,
) {
  const path = decideComplaint.path.replace('{complaintId}', encodeURIComponent(complaintId));
  const { shopId, state, access } = decideComplaint.reply.parse(await api.call('POST', path, { outcome, text }));
  write(`The complaint of ${shopId} is ${state}; its access is ${access.state} since ${access.since}.`);
}
