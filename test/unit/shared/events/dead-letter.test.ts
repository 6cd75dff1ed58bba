import { describe, expect, it } from 'vitest';
import { DeadLetter } from '../../../../shared/events/dead-letter.ts';

describe('DeadLetter', () => {
  it('says its reason, and where in the event', () => {
    expect(new DeadLetter('invalid_event', 'detail.amount')).toMatchObject({
      name: 'DeadLetter',
      reason: 'invalid_event',
      detail: 'detail.amount',
      message: 'invalid_event: detail.amount',
    });
    expect(new DeadLetter('malformed_json')).toMatchObject({ detail: '', message: 'malformed_json' });
  });
});
