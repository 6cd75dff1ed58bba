import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../../shared/access/scope.ts';
import type { RecordedEvent } from '../../../../../shared/activity/rules.ts';
import type { BlockEvidenceStore } from '../../../../../shared/alerts/ingest/block-evidence-store.ts';
import { insideBlock } from '../../../../../shared/alerts/ingest/inside-block.ts';
import type { Hint } from '../../../../../shared/coverage/hint-store.ts';
import { toTimestamp } from '../../../../../shared/kernel/clock.ts';
import type { BlockHistory } from '../../../../../shared/stopped-orders/rules.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { buildAccess } from '../../../../builders/items/block-list.ts';

const hour = 3_600_000;
const day = 24 * hour;
const scope = platformScope('shop', 'test');
const order = { buyerId: 'buyer-1', status: 'AWAITING_SHIPMENT', createdAt: noon, updatedAt: noon } as const;
const hint = (over: Partial<Hint> = {}): Hint => ({
  root: 'buyer-1',
  blockId: 'b1',
  isPast: false,
  createdAt: noon - hour,
  until: noon + day,
  ...over,
});
const block = (over: Partial<BlockHistory> = {}): BlockHistory => ({
  blockId: 'b1',
  scope: 'user_id_only',
  createdAt: noon - hour,
  expiresAt: noon + day,
  ...over,
});

/** Evidence in memory; the activity is given newest first and comes a page of two at a time. */
function evidenceOf(
  over: { access?: ReturnType<typeof buildAccess>; activity?: readonly RecordedEvent[]; block?: BlockHistory } = {},
) {
  const { access = buildAccess({ since: noon - day }), activity = [], block: told = block() } = over;
  const calls: string[] = [];
  const evidence: BlockEvidenceStore = {
    readHints: async () => [],
    async read(_scope, blocks) {
      calls.push(`read ${blocks.map(({ blockId }) => blockId).join()}`);
      return { access, histories: new Map([[told.blockId, told]]) };
    },
    async listActivity(_scope, { after }) {
      calls.push('listActivity');
      const start = after === undefined ? 0 : activity.findIndex(({ eventId }) => eventId === after) + 1;
      const items = activity.slice(start, start + 2);
      return { items, next: start + 2 < activity.length ? items.at(-1)?.eventId : undefined };
    },
  };
  return { evidence, calls };
}
const change = (type: string, at: number): RecordedEvent => ({
  eventId: `${type} ${at}`,
  type,
  at: toTimestamp(at),
  actor: { kind: 'ops', id: 'ops' },
  detail: {},
});
const ask = (evidence: BlockEvidenceStore, over: { isNew?: boolean; hints?: readonly Hint[] } = {}) =>
  insideBlock(evidence, { scope, orderId: 'o1', order, isNew: true, hints: [hint()], ...over });

describe('an order inside a block', () => {
  it('is flagged with the instant at which it was placed', async () => {
    const { evidence, calls } = evidenceOf();
    expect(await ask(evidence)).toEqual({
      kind: 'security_alert_order',
      subject: { type: 'order', id: 'o1' },
      orderId: 'o1',
      buyerId: 'buyer-1',
      reasons: ['order_inside_block'],
      flaggedAt: noon,
    });
    expect(calls).toEqual(['read b1']);
  });

  it('names no block where it is of another account, and only while its event is new', async () => {
    const linked = { hints: [hint({ root: 'root' })] };
    const { evidence, calls } = evidenceOf({ block: block({ scope: 'linked_user_ids' }) });
    expect(await ask(evidence, linked)).toMatchObject({
      raisedThroughLink: true,
      reasons: ['high_risk_buyer'],
    });
    expect(await ask(evidence, { ...linked, isNew: false })).toBeUndefined();
    expect(calls).toHaveLength(1);
  });

  it('is none, and nothing is read, for a buyer without a hint', async () => {
    const { evidence, calls } = evidenceOf();
    expect(await ask(evidence, { hints: [] })).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it('is none where the block had ended, or began later, or the shop has no access now', async () => {
    for (const over of [
      { block: block({ endedAt: noon }) },
      { block: block({ createdAt: noon + 1 }) },
      { access: buildAccess({ state: 'terminated' }) },
    ])
      expect(await ask(evidenceOf(over).evidence)).toBeUndefined();
  });

  describe('before the access that the shop has now', () => {
    const access = buildAccess({ since: noon + 3 * hour });
    const between = ['Alert Raised', 'Alert Changed', 'Buyer Blocked'].map((type) => change(type, noon + 2.5 * hour));

    it('is flagged where the first change behind it was an end of access, however many events are between', async () => {
      const activity = [
        change('Access Granted', noon + 3 * hour),
        ...between,
        change('Access Terminated', noon + 2 * hour),
        change('Access Granted', noon - day),
      ];
      const { evidence, calls } = evidenceOf({ access, activity });
      expect(await ask(evidence)).toBeDefined();
      expect(calls).toEqual(['read b1', 'listActivity', 'listActivity', 'listActivity']);
    });

    it('is none where the first change behind it was a grant', async () => {
      const activity = [change('Access Granted', noon + 3 * hour), change('Access Terminated', noon - hour)];
      expect(await ask(evidenceOf({ access, activity }).evidence)).toBeUndefined();
    });

    it('reads no further than some minutes before the order', async () => {
      const older = Array.from({ length: 9 }, (_, index) => change('Alert Raised', noon - (index + 1) * hour));
      const { evidence, calls } = evidenceOf({
        access,
        activity: [change('Access Granted', noon + 3 * hour), ...older],
      });
      await ask(evidence);
      expect(calls).toEqual(['read b1', 'listActivity']);
    });

    it('is none, and no activity is read, where no event can have waited so long', async () => {
      const { evidence, calls } = evidenceOf({ access: buildAccess({ since: noon + 16 * day }) });
      expect(await ask(evidence)).toBeUndefined();
      expect(calls).toEqual(['read b1']);
    });
  });
});
