import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../infra/config.ts';
import { retention } from '../../infra/retention.ts';
import { answerMilliseconds } from '../../shared/alerts/rules.ts';
import type { DeadLetterReason } from '../../shared/events/dead-letter.ts';
import { eventConsumers } from '../tooling/event-reference/event-consumers.ts';
import { withReference } from '../tooling/event-reference/event-reference.ts';
import { synthesizeStage } from './synthesized-stage.ts';

const page = readFileSync(new URL('../../docs/events.md', import.meta.url), 'utf8');
const consumersOf = eventConsumers(synthesizeStage('local'));
const archiveDays = (stage: string): number =>
  loadConfig({
    context: () => undefined,
    environment: {
      SSC_STAGE: stage,
      SSC_MAIL_SENDER: 'a@shop.example',
      SSC_CONSOLE_URL: 'https://shop.example',
      SSC_ALARM_EMAIL: 'on-call@shop.example',
    },
  }).retentionDays.archive;
const reasons: Readonly<Record<DeadLetterReason, true>> = {
  malformed_json: true,
  unknown_event_type: true,
  invalid_event: true,
  future_time: true,
  conflicting_buyer: true,
};

describe('docs/events.md', () => {
  it('says what the catalogue and the template say', () => {
    expect(page === withReference(page, consumersOf), 'It does not: run npm run docs.').toBe(true);
  });

  it('changes with its sources', () => {
    expect(withReference(page, () => ['somebody-else'])).not.toBe(page);
  });

  it('names the functions behind the queues of an event', () => {
    expect(consumersOf({ source: 'ssc', type: 'Buyer Blocked' })).toEqual([
      'coverage-consumer',
      'live-publisher',
      'notice-consumer',
      'retaliation-consumer',
    ]);
    expect(consumersOf({ source: 'ssc', type: 'Access Changed' })).toEqual([]);
    expect(consumersOf({ source: 'marketplace.risk', type: 'Buyer Blocked' })).toEqual([]);
  });

  it.each(['', '<!-- nothing -->'])('refuses a page without its marks: "%s"', (text) => {
    expect(() => withReference(text, consumersOf)).toThrow(/must hold/);
  });

  it('says by hand only what is so', () => {
    expect(page).toContain(`**Answer within ${answerMilliseconds / 60_000} minutes**`);
    const [prod, dev, local] = ['prod', 'dev', 'local'].map(archiveDays);
    expect(page).toContain(`for ${prod} days in production, ${dev} in \`dev\`, ${local} in \`local\``);
    expect(page).toContain(`kept ${retention.deadLetters} days, and ${retention.lettersWithNames} where`);
    const told = /\| reason \| means \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(page)?.[1] ?? '';
    expect([...told.matchAll(/^\| `([a-z_]+)`/gm)].map(([, reason]) => reason)).toEqual(Object.keys(reasons));
  });
});
