import { describe, expect, it } from 'vitest';
import { forbiddenImports, misplacedEffects } from './import-rules.ts';
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
    ['local/runtime.ts', "import { decide } from '../shared/gate/rules.ts';"],
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
    ['shared/seller-api/block-list-routes.ts', "import { listBlocks } from '../block-list/store.ts';"],
    ['local/runtime.ts', "import type { route } from '../shared/contracts/http/gate.ts';"],
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
    expect(problemsOf('test/bin/run.test.ts', "import { x } from '../../bin/node-version.js';")).toEqual([]);
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
