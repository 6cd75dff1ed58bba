import { beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '../../../../shared/block-list/rules.ts';
import { ninetyDays } from '../../../../shared/block-list/rules.ts';
import { toBlockItem } from '../../../../shared/block-list/items.ts';
import type { Item } from '../../../../shared/table/batch-get.ts';
import type { Key } from '../../../../shared/table/keys.ts';
import { notificationSettingsKey } from '../../../../shared/table/keys.ts';
import { settingsOf } from '../../../../shared/notifications/settings-rules.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { buildBlock } from '../../../builders/items/block-list.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { putItems } from '../../../builders/items/table-items.ts';
import { buildNoticeWorld } from '../../../builders/worlds/notice-world.ts';

const day = 86_400_000;
const notify = { channel: 'email', address: 'ann@example.com' } as const;

describe.each(usualEngines())('the ends of blocks on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const world = buildNoticeWorld(table, clock);
  const put = (...blocks: readonly Block[]) =>
    putItems(table, ...blocks.map((block) => toBlockItem('s', block) as Item & Key));
  const blockOf = (buyerId: string, expiresAt = noon + ninetyDays) =>
    buildBlock({ buyerId, blockId: `k-${buyerId}`, expiresAt });
  const set = async (...blocks: readonly Block[]) => {
    await put(...blocks);
    for (const block of blocks) await world.hearBlock(block);
  };
  /** All schedules that are due fire, once more than they should. */
  const pass = async (milliseconds: number) => {
    clock.advance(milliseconds);
    for (let round = 0; round < 2; round++)
      for (const { at, message } of [...world.schedules.values()])
        if (at <= clock.now()) await world.send(String(message['digest']));
  };
  const subjects = () => world.mails.map(({ message }) => message.subject);
  beforeEach(async () => {
    clock.time = noon;
    world.reset();
    await putItems(table, accessItem('s', { notify, timeZone: 'UTC' }));
  });

  it('are told seven days before, in one message a day, once', async () => {
    await set(blockOf('a'), blockOf('b', noon + ninetyDays + 3600_000), blockOf('c', noon + ninetyDays + day));
    await pass(82 * day);
    expect(subjects()).toEqual([]);
    await pass(day);
    await world.hearBlock(blockOf('a'));
    await pass(0);
    expect(subjects()).toEqual(['2 blocks in your shop s end soon']);
    await pass(day);
    expect(subjects()).toEqual(['2 blocks in your shop s end soon', '1 block in your shop s ends soon']);
    await pass(30 * day);
    expect(subjects().length).toBe(2);
  });

  it('are not told of blocks that were extended, removed, or made permanent; an extended one in its turn', async () => {
    await set(blockOf('a'), blockOf('b'), blockOf('c'));
    const extended = { ...blockOf('a', noon + ninetyDays + 60 * day), revision: 2 };
    const permanent = { ...blockOf('b', Number.MAX_SAFE_INTEGER), duration: 'permanent' as const, revision: 2 };
    await put(extended, permanent, { ...blockOf('c'), blockId: 'another' });
    for (const block of [extended, permanent]) await world.hearBlock(block, 'Block Changed');
    await pass(83 * day);
    expect(subjects()).toEqual([]);
    await pass(60 * day);
    expect(subjects()).toEqual(['1 block in your shop s ends soon']);
  });

  it('name nobody in the message', async () => {
    await set(blockOf('buyer-77'));
    await pass(83 * day);
    expect(JSON.stringify(world.mails[0]?.message)).not.toMatch(/buyer-77|name-/);
  });

  it('wait for the end of quiet hours, and are not told where the shop does not want it', async () => {
    const key = notificationSettingsKey('s');
    await set(blockOf('a'), blockOf('b', noon + ninetyDays + day));
    await putItems(table, { ...key, settings: settingsOf({ quietHours: { from: '06:00', to: '18:00' } }, 1) });
    await pass(83 * day);
    expect(subjects()).toEqual([]);
    await pass(6 * 3_600_000 + 60_000);
    expect(subjects()).toEqual(['1 block in your shop s ends soon']);
    await putItems(table, { ...key, settings: settingsOf({ expiringBlocks: 'off' }, 2) });
    await pass(2 * day);
    expect(subjects().length).toBe(1);
  });

  it('of one date are told together, though the zone has changed in between', async () => {
    await set(blockOf('a', Date.parse('2027-02-15T12:00:00Z')));
    await putItems(table, accessItem('s', { notify, timeZone: 'Asia/Tokyo' }));
    await set(blockOf('b', Date.parse('2027-02-15T01:00:00Z')));
    expect(world.scheduled()).toEqual(['ends.2027-02-08']);
    await pass(Date.parse('2027-02-09T00:00:00Z') - noon);
    expect(subjects()).toEqual(['2 blocks in your shop s end soon']);
  });

  it('are told of 1,000 blocks in one message, in work that other shops and days do not add to', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => blockOf(`m${index}`));
    await put(...many);
    await Promise.all(
      Array.from({ length: 20 }, async (_, lane) => {
        for (const block of many.filter((_one, index) => index % 20 === lane)) await world.hearBlock(block);
      }),
    );
    await pass(83 * day);
    expect(subjects()).toEqual(['1000 blocks in your shop s end soon']);
  });
});
