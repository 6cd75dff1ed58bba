import { beforeEach, describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import type { AccessNoticeStore } from '../../../../shared/notifications/access-notice-store.ts';
import type { MailOutcome } from '../../../../shared/notifications/mail-sender.ts';
import type { Digest } from '../../../../shared/notifications/rules.ts';
import { leaseMilliseconds } from '../../../../shared/notifications/rules.ts';
import { tellOnce } from '../../../../shared/notifications/tell-once.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { buildAccess } from '../../../builders/items/block-list.ts';

const scope = platformScope('s', 'tests');
const message = { subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' };
const access = buildAccess({ notify: { channel: 'email', address: 'ann@example.com' } });

describe('telling a shop once', () => {
  const clock = buildClock();
  let notice: Digest | undefined;
  let mails = 0;
  let repeated = 0;
  let answer: MailOutcome;
  /** One notice, kept in memory. */
  const store: AccessNoticeStore = {
    read: async () => ({ notice, access, last: undefined }),
    complaint: async () => undefined,
    claim: async (_scope, _eventId, before, mayRepeat, now) => {
      if (before?.claims !== notice?.claims || before?.status !== notice?.status) return false;
      const claims = (before?.claims ?? 0) + 1;
      const repeats = (before?.repeats ?? 0) + (mayRepeat ? 1 : 0);
      notice = { status: 'claimed', claims, claimedAt: now, repeats, alertIds: [], more: 0 };
      return true;
    },
    finish: async (_scope, _eventId, claims, { status }) => {
      if (notice?.status !== 'claimed' || notice.claims !== claims) return false;
      notice = { ...notice, status };
      return true;
    },
  };
  const mailer = {
    send: async () => {
      if (answer.type === 'sent') mails += 1;
      return answer;
    },
  };
  const metrics = { possiblyRepeated: () => void (repeated += 1), failed: () => undefined };
  const tell = (to = access) =>
    tellOnce({ store, mailer, metrics, clock, newId: () => 'e' }, scope, { eventId: 'e', notice, access: to }, message);
  beforeEach(() => {
    clock.time = noon;
    notice = undefined;
    [mails, repeated] = [0, 0];
    answer = { type: 'sent' };
  });

  it('sends once, however often it is asked for', async () => {
    await tell();
    await tell();
    expect([mails, notice?.status]).toEqual([1, 'sent']);
  });

  it('leaves a shop alone that has no wish to be told', async () => {
    await tell(buildAccess());
    expect([mails, notice]).toEqual([0, undefined]);
  });

  it('waits for somebody who may be at it, and takes over from one who is no more', async () => {
    await store.claim(scope, 'e', undefined, false, noon);
    await expect(tell()).rejects.toMatchObject({ code: 'unavailable' });
    clock.advance(leaseMilliseconds);
    await tell();
    expect([mails, repeated, notice?.status]).toEqual([1, 1, 'sent']);
  });

  it('tells nothing while the mail service takes nothing, and is asked again', async () => {
    answer = { type: 'not_now', errorName: 'TooManyRequestsException' };
    await expect(tell()).rejects.toMatchObject({ code: 'unavailable' });
    expect(notice?.status).toBe('pending');
    answer = { type: 'sent' };
    await tell();
    expect([mails, repeated, notice?.status]).toEqual([1, 0, 'sent']);
  });
});
