import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { listShops, sendAccessNotice, showAccess } from '../shared/contracts/http/access.ts';
import type { AccessCommand } from './access-options.ts';
import { counted } from './counted.ts';
import { OpsError } from './ops-error.ts';
import type { ServiceApi } from './service-api.ts';
import { renderTable } from './text-table.ts';

type Access = z.output<typeof showAccess.reply>;

const accessPath = (shopId: string) => `/v1/admin/shops/${encodeURIComponent(shopId)}/access`;

/** What the commands about one shop, or the list of all, do and print. */
export async function runAccess(
  api: ServiceApi,
  command: Exclude<AccessCommand, { name: 'grant-many' }>,
  write: (line: string) => void,
): Promise<void> {
  if (command.name === 'list') return listAll(api, write);
  const { shopId } = command;
  if (command.name === 'notify') return notifyAgain(api, shopId, write);
  const before = await readAccess(api, shopId);
  if (command.name === 'show') return write(JSON.stringify(before, undefined, 2));
  const after = await putAccess(api, shopId, toWish(before, command));
  write(describeAccess(after, before));
}

/** @param hurry when it aborts, nothing is asked again any more. */
export async function readAccess(api: ServiceApi, shopId: string, hurry?: AbortSignal): Promise<Access> {
  return showAccess.reply.parse(await api.call('GET', accessPath(shopId), undefined, hurry));
}

/** Sets a shop's access; asked for what it is already, nothing changes and nobody is told. `hurry` as in `readAccess`. */
export async function putAccess(api: ServiceApi, shopId: string, wish: object, hurry?: AbortSignal): Promise<Access> {
  return showAccess.reply.parse(await api.call('PUT', accessPath(shopId), wish, hurry));
}

type SetOne = Extract<AccessCommand, { name: 'grant' | 'terminate' }>;

/** The route wants the zone each time. */
function toWish(before: Access, { name, change, mayBeNew }: SetOne): object {
  if (name === 'terminate' && before.state === 'not_invited')
    throw new OpsError(`The shop ${before.shopId} never had access: there is nothing to end. Nothing was changed.`);
  if (name === 'grant' && before.state === 'not_invited' && !mayBeNew)
    throw new OpsError(
      `The shop ${before.shopId} never had access. Look at the ID, or say --new if it is right. Nothing was changed.`,
    );
  const timeZone = change.timeZone ?? before.nextTimeZone?.timeZone ?? before.timeZone;
  if (timeZone === undefined)
    throw new OpsError(`The shop ${before.shopId} never had access: say its time zone, e.g. --zone Africa/Cairo.`);
  return { ...change, state: name === 'grant' ? 'active' : 'terminated', timeZone };
}

function describeAccess(after: Access, before: Access): string {
  const { shopId, state, since, reasonCode, timeZone, nextTimeZone, quotas, members } = after;
  const parts = [
    `${shopId} is ${state} since ${since ?? 'always'}${reasonCode === undefined ? '' : ` (${reasonCode})`}`,
    `${timeZone ?? ''}${nextTimeZone ? ` (${nextTimeZone.timeZone} from ${nextTimeZone.from})` : ''}`,
    `${counted(quotas.blocks, 'block')}, ${quotas.newBlocksPerDay} new a day`,
    counted(members.length, 'member'),
    tellingOf(after, before),
  ];
  return `${parts.join('; ')}.`;
}

/** Only a change of the state is told, and it is on its way by then. */
function tellingOf({ state, since, notify }: Access, before: Access): string {
  if (state === before.state && since === before.since) return `not told: it was ${state} already`;
  return notify ? `to be told by ${notify.channel}` : 'not told: there is no --notify';
}

/** Asked again after a lost answer, the same ID tells the shop once. */
async function notifyAgain(api: ServiceApi, shopId: string, write: (line: string) => void): Promise<void> {
  const answer = await api.call('PUT', `${accessPath(shopId)}/notices/${randomUUID()}`);
  const { state, since, channel } = sendAccessNotice.reply.parse(answer);
  write(`${shopId} is to be told again by ${channel}: it is ${state} since ${since}.`);
}

async function listAll(api: ServiceApi, write: (line: string) => void): Promise<void> {
  const rows = [
    ['shop', 'state', 'since', 'zone', 'blocks', 'new a day', 'members', 'notified by', 'ended for', 'reason'],
  ];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const query: string = cursor === '' ? 'limit=100' : `limit=100&cursor=${encodeURIComponent(cursor)}`;
    const page = listShops.reply.parse(await api.call('GET', `/v1/admin/shops?${query}`));
    for (const { shopId, state, since = '', reasonCode = '', timeZone = '', quotas, members, ...more } of page.items)
      rows.push([
        ...[shopId, state, since, timeZone, String(quotas.blocks), String(quotas.newBlocksPerDay)],
        ...[String(members.length), more.notify?.channel ?? '', reasonCode, more.reason ?? ''],
      ]);
    cursor = page.nextCursor;
  }
  write(renderTable(rows));
  write(`${counted(rows.length - 1, 'shop')}.`);
}
