import { describe, expect, it } from 'vitest';
import { forbiddenImports, misplacedEffects, tableAccess } from './import-rules.ts';
import { parseSource } from './source-file.ts';

const problemsOf = (path: string, text: string): readonly string[] => {
  const file = parseSource(path, text);
  return [...forbiddenImports(file), ...misplacedEffects(file)];
};

describe('import rules', () => {
  it.each([
    ['shared/kernel/clock.ts', "import { x } from '../gate/rules.ts';"],
    ['shared/kernel/clock.ts', "import { ulid } from 'ulid';"],
    ['shared/gate/rules.ts', "import * as z from 'zod';"],
    ['shared/gate/rules.ts', "import { readMarker } from './store.ts';"],
    ['shared/gate/decide.ts', "export { handler } from '../../functions/gate.ts';"],
    ['shared/gate/decide.ts', "import type { StageConfig } from '../../infra/config.ts';"],
    ['shared/gate/decide.ts', "const x = await import('../../test/builders/block.ts');"],
    ['functions/gate.ts', "import { handler } from './blocks-api.ts';"],
    ['functions/gate.ts', "import { nameOf } from '../infra/constructs/stage-context.ts';"],
    ['infra/stacks/api-stack.ts', "import { handler } from '../../functions/gate.ts';"],
    ['infra/stacks/api-stack.ts', "import { decide } from '../../shared/gate/rules.ts';"],
    ['shared/contracts/http/gate.ts', "import { decide } from '../../gate/rules.ts';"],
    ['shared/http/problem.ts', "import { decide } from '../gate/rules.ts';"],
    ['shared/gate/decide.ts', "import { route } from '../seller-api/routes.ts';"],
    ['ops/ops.ts', "import { decide } from '../shared/gate/rules.ts';"],
    ['ops/ops.ts', "import { gate } from '../infra/functions/gate.ts';"],
    ['infra/functions/gate.ts', "import { accessKey } from '../../shared/table/keys.ts';"],
    ['local/runtime.ts', "import { decide } from '../shared/gate/rules.ts';"],
    ['local/core/service.ts', "import { createQueues } from '../services/sqs/queues.ts';"],
    ['local/services/sqs/queues.ts', "import { services } from '../../service-list.ts';"],
    ['clients/signed-fetch.ts', "import { serviceApi } from '../ops/service-api.ts';"],
    ['console/pages/alerts.tsx', "import { decide } from '../../shared/gate/rules.ts';"],
    ['elsewhere/thing.ts', ''],
  ])('refuses in %s: %s', (path, text) => {
    expect(problemsOf(path, text)).toHaveLength(1);
    expect(problemsOf(path, text)[0]).toContain(path);
  });

  it.each([
    ['shared/kernel/ids.ts', "import type { Clock } from './clock.ts';"],
    ['shared/gate/rules.ts', "import { brand } from '../kernel/brand.ts';"],
    ['shared/gate/store.ts', "import { GetCommand } from '@aws-sdk/lib-dynamodb';"],
    ['functions/gate.ts', "import { decide } from '../shared/gate/decide.ts';"],
    ['infra/stacks/api-stack.ts', "import { routes } from '../../shared/contracts/http/gate.ts';"],
    ['infra/functions/gate.ts', "import * as partition from '../../shared/kernel/words/partitions.ts';"],
    ['ops/ops.ts', "import { workQueues } from '../infra/names.ts';"],
    ['shared/seller-api/block-list-routes.ts', "import { listBlocks } from '../block-list/store.ts';"],
    ['local/runtime.ts', "import { createQueues } from './services/sqs/queues.ts';"],
    ['local/services/events/bus.ts', "import { createQueues } from '../sqs/queues.ts';"],
    ['ops/service-api.ts', "import { signedFetch } from '../clients/signed-fetch.ts';"],
    ['console/pages/alerts.tsx', "import { alertSchema } from '../../shared/contracts/events/alerts.ts';"],
    ['test/unit/gate/rules.test.ts', "import { decide } from '../../../shared/gate/rules.ts';"],
  ])('allows in %s: %s', (path, text) => {
    expect(problemsOf(path, text)).toEqual([]);
  });

  it('refuses the import of zod that bundles all of it', () => {
    expect(problemsOf('shared/contracts/http/gate.ts', "import { z } from 'zod';")).toHaveLength(1);
    expect(problemsOf('shared/contracts/http/gate.ts', "import * as z from 'zod';")).toEqual([]);
  });

  it('refuses an import of our own file without its extension', () => {
    expect(problemsOf('shared/gate/decide.ts', "import { x } from './rules';")).toHaveLength(1);
    expect(problemsOf('shared/gate/decide.ts', "import { x } from './rules.js';")).toHaveLength(1);
    expect(problemsOf('test/unit/run.test.ts', "import { x } from '../../run.js';")).toEqual([]);
  });

  it('refuses an AWS client outside of stores, table and events', () => {
    const text = "import { GetCommand } from '@aws-sdk/lib-dynamodb';";
    expect(problemsOf('shared/gate/decide.ts', text)).toHaveLength(1);
    expect(problemsOf('shared/gate/decide.ts', text.replace('import', 'import type'))).toEqual([]);
    const own = "import { request } from 'node:https';";
    expect(problemsOf('shared/gate/decide.ts', own)).toHaveLength(1);
    expect(problemsOf('shared/aws-json/aws-client.ts', own)).toEqual([]);
  });

  it.each(['Date.now()', 'new Date()', 'process.env', 'Math.random()'])('refuses %s in rules', (text) => {
    expect(problemsOf('shared/gate/rules.ts', `export const x = ${text};`)).toHaveLength(1);
  });
});

describe('table access', () => {
  const problems = (path: string, text: string) => tableAccess(parseSource(path, text));

  it.each([
    ['shared/gate/decide-checks.ts', "import { batchGet } from '../table/batch-get.ts';"],
    ['shared/gate/decide-checks.ts', "import type { Table } from '../table/client.ts';"],
    ['shared/gate/decide-checks.ts', "import { markerKey } from '../table/keys.ts';"],
    ['shared/alerts/ingest/raise-alert.ts', "import { transact } from '../../table/transact.ts';"],
    ['shared/seller-api/gate-routes.ts', "import type { Item } from '../table/batch-get.ts';"],
    ['shared/seller-api/gate-routes.ts', "import { createPlanReader } from '../table/plan-reader.ts';"],
    ['shared/gate/restore.ts', "import { queryItems } from '../table/query.ts';"],
    ['shared/gate/marker-items.ts', "import { batchGet } from '../table/batch-get.ts';"],
    [
      'shared/gate/writes.ts',
      "import type { Write } from '../table/transact.ts';import { transact } from '../table/transact.ts';",
    ],
    ['shared/gate/items.ts', "import { openTable } from '../table/client.ts';"],
  ])('is refused to %s: %s', (path, text) => {
    expect(problems(path, text)).toHaveLength(1);
    expect(problems(path, text)[0]).toContain('only a store touches the table');
  });

  it.each([
    ['shared/gate/store.ts', "import { batchGet } from '../table/batch-get.ts';"],
    ['shared/alerts/ingest/flag-store.ts', "import { readSettled } from '../../table/settled-read.ts';"],
    [
      'shared/gate/items.ts',
      "import type { Item } from '../table/batch-get.ts';import { markerKey } from '../table/keys.ts';",
    ],
    ['shared/gate/marker-writes.ts', "import type { Write } from '../table/transact.ts';"],
    ['shared/gate/decide-checks.ts', "import { newUlid } from '../table/ulid.ts';"],
    ['shared/gate/stop-sender.ts', "import { requestBounds } from '../table/request-bounds.ts';"],
    ['shared/events/outbox.ts', "import { activityKey } from '../table/keys.ts';"],
    ['shared/idempotency/record.ts', "import { idempotencyKey } from '../table/keys.ts';"],
    ['shared/seller-api/gate-routes.ts', "import { combineReads } from '../table/read-plan.ts';"],
    ['functions/gate.ts', "import { openTable } from '../shared/table/client.ts';"],
    ['test/integration/shared/gate/gate.test.ts', "import { markerKey } from '../../../../shared/table/keys.ts';"],
  ])('is allowed to %s: %s', (path, text) => {
    expect(problems(path, text)).toEqual([]);
  });
});
