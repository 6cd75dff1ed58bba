import * as access from '../contracts/http/access.ts';
import * as activity from '../contracts/http/activity.ts';
import * as alertActions from '../contracts/http/alert-actions.ts';
import * as alerts from '../contracts/http/alerts.ts';
import * as blockList from '../contracts/http/block-list.ts';
import { restoreBlock } from '../contracts/http/block-restore.ts';
import * as bulkBlocks from '../contracts/http/bulk-blocks.ts';
import * as buyers from '../contracts/http/buyers.ts';
import * as complaints from '../contracts/http/complaints.ts';
import * as dashboard from '../contracts/http/dashboard.ts';
import * as exemptions from '../contracts/http/exemptions.ts';
import * as exports from '../contracts/http/exports.ts';
import * as fairness from '../contracts/http/fairness.ts';
import * as gate from '../contracts/http/gate.ts';
import * as members from '../contracts/http/members.ts';
import * as notificationSettings from '../contracts/http/notification-settings.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { createOpenApi } from '../http/openapi.ts';
import { parseRequest } from '../http/parse-request.ts';
import type { RouteContract } from '../contracts/http/route-contract.ts';
import { readStanding } from '../contracts/http/standing.ts';
import * as support from '../contracts/http/support.ts';
import * as upheldBlocks from '../contracts/http/upheld-blocks.ts';
import * as retaliation from '../contracts/http/retaliation.ts';
import * as live from '../contracts/http/live.ts';
import * as receipts from '../contracts/http/receipts.ts';
import * as waivers from '../contracts/http/waivers.ts';
import * as contract from '../contracts/http/public.ts';

/** Every route of both APIs. */
export const allContracts: readonly RouteContract[] = [
  contract.readHealth,
  contract.readOpenApi,
  access.readAccess,
  complaints.fileComplaint,
  fairness.readFairness,
  members.listMembers,
  members.setMembers,
  notificationSettings.readNotificationSettings,
  notificationSettings.setNotificationSettings,
  buyers.findBuyer,
  buyers.readBuyer,
  readStanding,
  blockList.listBlocks,
  blockList.addBlock,
  blockList.getBlock,
  blockList.updateBlock,
  blockList.removeBlock,
  restoreBlock,
  exemptions.listExemptions,
  exemptions.exemptBuyer,
  exemptions.getExemption,
  exemptions.removeExemption,
  bulkBlocks.bulkBlocks,
  exports.exportBlocks,
  exports.exportWaivers,
  exports.exportActivity,
  alerts.listAlerts,
  alerts.getAlert,
  alertActions.cancelOrder,
  alertActions.rejectRefund,
  alertActions.dismissAlert,
  alerts.readOrderRisk,
  alerts.readRefundRisk,
  waivers.listWaivers,
  receipts.readReceipt,
  receipts.readWaiverKeys,
  waivers.checkWaiver,
  dashboard.readDashboard,
  activity.listActivity,
  live.createLiveTicket,
  gate.decideChecks,
  support.listCoveringBlocks,
  support.liftBlock,
  upheldBlocks.upholdBlock,
  access.changeAccess,
  access.showAccess,
  access.sendAccessNotice,
  access.listShops,
  complaints.listComplaints,
  complaints.decideComplaint,
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
