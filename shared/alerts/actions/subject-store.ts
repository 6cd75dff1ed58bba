import type { ShopScope } from '../../access/scope.ts';
import { batchGet } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { waiverKey } from '../../table/keys.ts';
import { toWaiver } from '../../waivers/items.ts';
import type { Waiver } from '../../waivers/rules.ts';
import type { Subject } from '../rules.ts';
import { subjectKey, toToldSubject } from '../subject-items.ts';
import type { ToldSubject } from '../subject-rules.ts';

/** What is kept of an alert's order or refund: what its service last told of it, and its waiver. */
export interface KeptSubject {
  readonly told: ToldSubject | undefined;
  readonly waiver: Waiver | undefined;
}

export interface SubjectStore {
  /** Both in one read; nothing of a fraud outcome. */
  read(scope: ShopScope, subject: Subject): Promise<KeptSubject>;
}

export function createSubjectStore(table: Table): SubjectStore {
  return {
    async read({ shopId }, subject) {
      const subjectAt = subjectKey(shopId, subject);
      if (!subjectAt || subject.type === 'outcome') return { told: undefined, waiver: undefined };
      const waiverAt = waiverKey(shopId, subject.type, subject.id);
      const items = await batchGet(table, [subjectAt, waiverAt]);
      return { told: toToldSubject(subject, items.get(subjectAt)), waiver: toWaiver(items.get(waiverAt)) };
    },
  };
}
