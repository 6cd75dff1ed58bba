import { readFileSync, writeFileSync } from 'node:fs';
import { synthesizeStage } from '../infra/synthesized-stage.ts';
import { eventConsumers } from './event-reference/event-consumers.ts';
import { withReference } from './event-reference/event-reference.ts';

/** `npm run docs`: brings what documents say about the catalogue of events up to date. */
const page = new URL('../../docs/events.md', import.meta.url);
const before = readFileSync(page, 'utf8');
const after = withReference(before, eventConsumers(synthesizeStage('local')));
writeFileSync(page, after);
console.log(before === after ? 'docs/events.md was up to date' : 'docs/events.md is now up to date');
