import { opsScope } from '../access/scope.ts';
import { sendAccessNotice } from '../contracts/http/access.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { parseRequest } from '../http/parse-request.ts';
import { callerOf } from '../http/service-caller.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import { requestAccessNotice } from '../notifications/request-access-notice.ts';
import type { NoticeRequestDeps } from '../notifications/request-access-notice.ts';

/** For ops: an invitation that was lost is sent again. */
export function accessNoticeRoute(deps: NoticeRequestDeps & { readonly clock: Clock }): BoundRoute {
  return {
    contract: sendAccessNotice,
    async handle(event) {
      const { path } = parseRequest(sendAccessNotice, event);
      const { state, since, notify } = await requestAccessNotice(
        deps,
        opsScope(callerOf(event)),
        path,
        deps.clock.now(),
      );
      return { status: 202, body: { ...path, state, since: toTimestamp(since), channel: notify.channel } };
    },
  };
}
