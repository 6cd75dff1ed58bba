import { upholdBlock as contract } from '../contracts/http/upheld-blocks.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { parseRequest } from '../http/parse-request.ts';
import { callerOf } from '../http/service-caller.ts';
import type { SupportDeps } from './routes.ts';
import { upholdBlock } from './uphold-block.ts';
import type { UpheldStore } from './upheld-store.ts';

/** For customer support, who looked at a block and found it right. */
export function upholdRoute(deps: SupportDeps & { readonly upheld: UpheldStore }): BoundRoute {
  return {
    contract,
    async handle(event) {
      callerOf(event);
      const { path, body } = parseRequest(contract, event);
      await upholdBlock(deps, path, body, deps.clock.now());
      return { status: 204 };
    },
  };
}
