import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alertChanges } from '../../../../../shared/kernel/words/alerts.ts';
import {
  answerFrame,
  catchUpRequest,
  createLiveTicket,
  newsFrame,
  pingRequest,
} from '../../../../../shared/contracts/http/live.ts';
import { mostCaughtUp } from '../../../../../shared/live/feed-rules.ts';
import { mostConnections } from '../../../../../shared/live/push-frames.ts';
import { connectionMilliseconds, looksLikeTicket, ticketMilliseconds } from '../../../../../shared/live/ticket.ts';

const text = readFileSync(new URL('../../../../../docs/live.md', import.meta.url), 'utf8');
/** Every example: what stands behind `json` on its first line says what it is one of. */
const examples = [...text.matchAll(/^ *```(.*)\n([^]*?)^ *```$/gm)].map(([, label = '', json = '']) => ({
  label,
  example: JSON.parse(json) as { readonly type?: string; readonly action?: string },
}));
const schemas = {
  'json ticket': createLiveTicket.reply.strict(),
  'json send': catchUpRequest.or(pingRequest),
  'json receive': newsFrame.or(answerFrame),
};
const typesOf = (
  ...unions: readonly { readonly options: readonly { readonly shape: { type: { value: string } } }[] }[]
) => unions.flatMap(({ options }) => options.map(({ shape }) => shape.type.value));

describe('the document of the live feed', () => {
  it.each(examples)('has a true example: $label $example.type $example.action', ({ label, example }) => {
    const schema = schemas[label as keyof typeof schemas];
    // A default would hide that the example leaves something out.
    expect(schema.parse(example)).toEqual(example);
  });

  it('shows every frame, both ways', () => {
    const shown = new Set(examples.map(({ example }) => example.type ?? example.action ?? 'ticket'));
    expect([...shown].toSorted()).toEqual(
      ['ticket', 'catch_up', 'ping', ...typesOf(newsFrame, answerFrame)].toSorted(),
    );
    const ticket = examples.find(({ label }) => label === 'json ticket')?.example as { ticket?: string } | undefined;
    expect(looksLikeTicket(ticket?.ticket)).toBe(true);
  });

  it('names every change of an alert and of a block, every error, and the limits as they are', () => {
    const errors = answerFrame.options.flatMap(({ shape }) => ('code' in shape ? shape.code.options : []));
    expect(errors).toHaveLength(5);
    for (const word of [...alertChanges, 'blocked', 'changed', 'unblocked', ...errors])
      expect(text).toContain(`\`${word}\``);
    expect(text).toContain(`${mostConnections} connections are open`);
    expect(text).toContain(`more than ${mostCaughtUp.toLocaleString('en')} entries`);
    expect(text).toContain(`${ticketMilliseconds / 1000} seconds`);
    expect(connectionMilliseconds).toBe(2 * 3_600_000);
    expect(text).toContain('after two hours at the latest');
  });
});
