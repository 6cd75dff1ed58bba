import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SellerClient } from '../../../clients/seller-client.ts';
import { useApi } from '../api/api-provider.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { readAlert, sendDecision } from './act-queries.ts';
import type { ShownAlert } from './act-queries.ts';
import type { Choice } from './action-rules.ts';
import { takeAnswer } from './alert-cache.ts';
import { bulkReducer, failureOf, isUnderWay } from './bulk-rules.ts';
import type { BulkEvent, BulkOutcome, BulkRow } from './bulk-rules.ts';
import type { Alert } from './queries.ts';
import { runBounded } from './run-bounded.ts';

const lanes = 4;

/** Answers several alerts, a few at a time, each on the state in which it was shown and with a result of its own. */
export function useBulk(alerts: readonly Alert[]) {
  const api = useApi();
  const cache = useQueryClient();
  const { shopId } = useShop();
  const [rows, setRows] = useState<readonly BulkRow[]>([]);
  const latest = useRef(rows);
  const tags = useRef(new Map<string, string | undefined>());
  const apply = useCallback((event: BulkEvent): void => {
    latest.current = bulkReducer(latest.current, event);
    setRows(latest.current);
  }, []);
  const isRunning = isUnderWay(rows);
  useEffect(() => {
    if (!isRunning) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isRunning]);

  const work = (choice: Choice): void => {
    const revisions = new Map(alerts.map(({ alertId, revision }) => [alertId, revision]));
    void runBounded(
      lanes,
      () => {
        const row = latest.current.find(({ state }) => state === 'queued');
        if (row) apply({ type: 'row_began', alertId: row.alertId });
        return row;
      },
      async ({ alertId, key }) => {
        const decision: OneDecision = {
          choice,
          path: { shopId, alertId },
          key,
          revision: revisions.get(alertId) ?? 0,
          etag: tags.current.get(alertId),
          onTag: (etag) => tags.current.set(alertId, etag),
        };
        const outcome = await answerOne(api, decision, (answer) => takeAnswer(cache, shopId, answer));
        apply({ type: 'row_ended', alertId, outcome });
      },
    );
  };
  return {
    rows,
    isRunning,
    begin: (choice: Choice): void => {
      const alertIds = alerts.map(({ alertId }) => alertId);
      apply({ type: 'began', alertIds, newKey: () => crypto.randomUUID() });
      work(choice);
    },
    again: (choice: Choice): void => {
      apply({ type: 'again' });
      work(choice);
    },
    stop: () => apply({ type: 'stopped' }),
  };
}

interface OneDecision {
  readonly choice: Choice;
  readonly path: { readonly shopId: string; readonly alertId: string };
  readonly key: string;
  /** Of the state that the seller has seen. */
  readonly revision: number;
  /** Of that state, from an attempt before. */
  readonly etag: string | undefined;
  readonly onTag: (etag: string | undefined) => void;
}

/**
 * Reads it for its tag, and acts only if it is still as the seller saw it. What was sent before is sent as it was: if that
 * was done after all, its key says so, where a look at the alert would find it changed.
 */
async function answerOne(
  api: SellerClient,
  { choice, path, key, revision, etag: before, onTag }: OneDecision,
  onAnswer: (answer: ShownAlert) => void,
): Promise<BulkOutcome> {
  let etag = before;
  try {
    if (etag === undefined) {
      const read = await readAlert(api, path);
      if (read.alert.revision !== revision) return { state: 'changed' };
      etag = read.etag;
    }
  } catch (error) {
    return failureOf(error, false);
  }
  try {
    onTag(etag);
    onAnswer(await sendDecision(api, path, { choice, etag }, key));
    return { state: 'done' };
  } catch (error) {
    return failureOf(error, true);
  }
}
