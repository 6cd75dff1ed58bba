import * as access from '../access/contract.ts';
import * as activity from '../activity/contract.ts';
import * as alertActions from '../alerts/actions/contract.ts';
import * as alerts from '../alerts/reading/contract.ts';
import * as blockList from '../block-list/contract.ts';
import * as buyers from '../buyers/contract.ts';
import * as dashboard from '../dashboard/contract.ts';
import * as gate from '../gate/contract.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { createOpenApi } from '../http/openapi.ts';
import { parseRequest } from '../http/parse-request.ts';
import type { RouteContract } from '../http/route-contract.ts';
import * as support from '../support/contract.ts';
import * as retaliation from '../support/retaliation/contract.ts';
import * as live from '../live/contract.ts';
import * as waivers from '../waivers/contract.ts';
import * as contract from './contract.ts';

/** Every route of both APIs. */
export const allContracts: readonly RouteContract[] = [
  contract.readHealth,
  contract.readOpenApi,
  access.readAccess,
  buyers.findBuyer,
  blockList.listBlocks,
  blockList.addBlock,
  blockList.getBlock,
  blockList.extendBlock,
  blockList.removeBlock,
  alerts.listAlerts,
  alerts.getAlert,
  alertActions.cancelOrder,
  alertActions.rejectRefund,
  alertActions.dismissAlert,
  alerts.readOrderRisk,
  alerts.readRefundRisk,
  waivers.listWaivers,
  waivers.checkWaiver,
  dashboard.readDashboard,
  activity.listActivity,
  live.createLiveTicket,
  gate.decideOrders,
  support.listCoveringBlocks,
  support.liftBlock,
  access.changeAccess,
  access.showAccess,
  access.listShops,
  retaliation.reportRetaliation,
];

/** What anyone may read. Whatever else comes to this function is answered `not_found` by its stack. */
export function publicRoutes(): readonly BoundRoute[] {
  const document = createOpenApi(allContracts);
  return [openRoute(contract.readHealth, { status: 'ok' }), openRoute(contract.readOpenApi, document)];
}

function openRoute(route: RouteContract, body: object): BoundRoute {
  return {
    contract: route,
    async handle(event) {
      parseRequest(route, event);
      return { status: 200, body };
    },
  };
}
