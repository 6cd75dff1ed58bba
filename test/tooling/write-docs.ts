import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { synthesizeStage } from '../infra/synthesized-stage.ts';
import { apis, apiTypes } from './api-types.ts';
import { withCosts } from './cost/cost-section.ts';
import { standingUsage } from './cost/standing.ts';
import { withQuotas } from './quotas/quotas-section.ts';
import { eventConsumers } from './event-reference/event-consumers.ts';
import { withReference } from './event-reference/event-reference.ts';

/** `npm run docs`: brings up to date what documents say about events, costs and quotas, and the types of the clients. */
function bring(path: string, content: (before: string) => string): void {
  const file = new URL(`../../${path}`, import.meta.url);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const after = content(before);
  writeFileSync(file, after);
  console.log(before === after ? `${path} was up to date` : `${path} is now up to date`);
}

for (const api of apis) {
  const types = await apiTypes(api);
  bring(`clients/generated/${api}-api.ts`, () => types);
}
bring('docs/events.md', (before) => withReference(before, eventConsumers(synthesizeStage('local'))));
const standing = standingUsage(synthesizeStage('prod'));
bring('docs/cost.md', (before) => withCosts(before, standing));
bring('docs/quotas.md', withQuotas);
