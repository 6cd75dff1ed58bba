import { describe, expect, it } from 'vitest';
import { composeComplaintNotice, isStillDecided } from '../../../../shared/notifications/complaint-notice-rules.ts';
import { buildAccess } from '../../../builders/items/block-list.ts';

const active = buildAccess();
const ended = buildAccess({ state: 'terminated' });

describe('a notice of a decided complaint', () => {
  it('is news only while the access is as the decision left it', () => {
    expect(isStillDecided({ state: 'upheld' }, active)).toBe(true);
    expect(isStillDecided({ state: 'upheld' }, ended)).toBe(false);
    expect(isStillDecided({ state: 'rejected' }, ended)).toBe(true);
    expect(isStillDecided({ state: 'rejected' }, active)).toBe(false);
    expect(isStillDecided({ state: 'rejected' }, undefined)).toBe(false);
  });

  it('says how it ended and what the marketplace says about it', () => {
    const upheld = composeComplaintNotice({ shopId: 's', state: 'upheld', answer: 'Sorry.' }, 'https://x.example');
    expect(upheld.subject).toBe('Your shop s has Seller Security Center again');
    expect(upheld.text).toContain('Your complaint was upheld');
    expect(upheld.text).toContain('\nSorry.\n');
    expect(upheld.text).toContain('https://x.example');
    const rejected = composeComplaintNotice({ shopId: 's', state: 'rejected', answer: 'No.' }, undefined);
    expect(rejected.subject).toContain('was rejected');
    expect(rejected.text).toContain('does not get Seller Security Center back');
    expect(rejected.html).toContain('<blockquote dir="auto">No.</blockquote>');
  });
});
