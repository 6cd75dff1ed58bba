import { expect, it } from 'vitest';
import { accessNoticeConsumer } from '../../../../infra/functions/access-notice-consumer.ts';
import { accessEvents } from '../../../../shared/notifications/access-events.ts';
import type { NoticeDeps } from '../../../../shared/notifications/tell-once.ts';

it('hears each event that is brought to it, and no other', () => {
  const heard = accessEvents({} as NoticeDeps).map(({ contract }) => contract.type);
  expect(heard.toSorted()).toEqual(accessNoticeConsumer.events.map(({ type }) => type).toSorted());
});
