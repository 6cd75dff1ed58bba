import { accessComplaintDecided } from '../contracts/events/access-complaint-decided.ts';
import { accessGranted } from '../contracts/events/access-granted.ts';
import { accessNoticeRequested } from '../contracts/events/access-notice-requested.ts';
import { accessTerminated } from '../contracts/events/access-terminated.ts';
import { onEvent } from '../events/inbound.ts';
import type { BoundEvent } from '../events/inbound.ts';
import { sendAccessNotice } from './send-access-notice.ts';
import { sendComplaintNotice } from './send-complaint-notice.ts';
import type { NoticeDeps } from './tell-once.ts';

/** What a shop is told about its access, by the event that tells it. */
export function accessEvents(deps: NoticeDeps): readonly BoundEvent[] {
  const send = sendAccessNotice(deps);
  return [
    onEvent(accessGranted, send),
    onEvent(accessTerminated, send),
    onEvent(accessNoticeRequested, send),
    onEvent(accessComplaintDecided, sendComplaintNotice(deps)),
  ];
}
