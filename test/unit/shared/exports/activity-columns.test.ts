import { describe, expect, it } from 'vitest';
import { shownFields, toActivity } from '../../../../shared/activity/rules.ts';
import { activityColumns } from '../../../../shared/exports/activity-columns.ts';

describe('the columns of an activity', () => {
  it('have a place for each detail that some activity shows', () => {
    expect(activityColumns.map(({ name }) => name)).toEqual(expect.arrayContaining([...shownFields]));
  });

  it('show nested details, and nothing for what is absent', () => {
    const activity = toActivity({
      eventId: '01K',
      type: 'Alert Raised',
      at: '2026-11-22T09:30:00.000Z',
      actor: { kind: 'platform', id: 'x' },
      detail: { alertId: 'a', subject: { type: 'order', id: '73' }, amount: { value: '12.50', currency: 'EUR' } },
    });
    const cells = Object.fromEntries(activityColumns.map(({ name, of }) => [name, of(activity)]));
    expect(cells).toMatchObject({
      at: '2026-11-22T09:30:00.000Z',
      actor: 'platform',
      actorId: undefined,
      'subject.id': '73',
      'amount.value': '12.50',
      respondBy: undefined,
      activityId: '01K',
    });
  });

  it('guard IDs, amounts, and words that others chose', () => {
    const words = activityColumns.filter(({ kind }) => kind === 'word').map(({ name }) => name);
    expect(words.filter((name) => /Id$|\.id$|amount|agent|category|supportReason/.test(name))).toEqual([]);
  });
});
