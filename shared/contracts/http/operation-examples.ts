import addBlock from './examples/add-block.json' with { type: 'json' };
import bulkBlocks from './examples/bulk-blocks.json' with { type: 'json' };
import cancelOrder from './examples/cancel-order.json' with { type: 'json' };
import changeAccess from './examples/change-access.json' with { type: 'json' };
import checkWaiver from './examples/check-waiver.json' with { type: 'json' };
import createLiveTicket from './examples/create-live-ticket.json' with { type: 'json' };
import decideChecks from './examples/decide-checks.json' with { type: 'json' };
import decideComplaint from './examples/decide-complaint.json' with { type: 'json' };
import dismissAlert from './examples/dismiss-alert.json' with { type: 'json' };
import exemptBuyer from './examples/exempt-buyer.json' with { type: 'json' };
import exportActivity from './examples/export-activity.json' with { type: 'json' };
import exportBlocks from './examples/export-blocks.json' with { type: 'json' };
import exportWaivers from './examples/export-waivers.json' with { type: 'json' };
import fileComplaint from './examples/file-complaint.json' with { type: 'json' };
import findBuyer from './examples/find-buyer.json' with { type: 'json' };
import getAlert from './examples/get-alert.json' with { type: 'json' };
import getBlock from './examples/get-block.json' with { type: 'json' };
import getExemption from './examples/get-exemption.json' with { type: 'json' };
import liftBlock from './examples/lift-block.json' with { type: 'json' };
import listActivity from './examples/list-activity.json' with { type: 'json' };
import listAlerts from './examples/list-alerts.json' with { type: 'json' };
import listBlocks from './examples/list-blocks.json' with { type: 'json' };
import listComplaints from './examples/list-complaints.json' with { type: 'json' };
import listCoveringBlocks from './examples/list-covering-blocks.json' with { type: 'json' };
import listMembers from './examples/list-members.json' with { type: 'json' };
import listExemptions from './examples/list-exemptions.json' with { type: 'json' };
import listShops from './examples/list-shops.json' with { type: 'json' };
import listWaivers from './examples/list-waivers.json' with { type: 'json' };
import readAccess from './examples/read-access.json' with { type: 'json' };
import readBuyer from './examples/read-buyer.json' with { type: 'json' };
import readDashboard from './examples/read-dashboard.json' with { type: 'json' };
import readFairness from './examples/read-fairness.json' with { type: 'json' };
import readHealth from './examples/read-health.json' with { type: 'json' };
import readNotificationSettings from './examples/read-notification-settings.json' with { type: 'json' };
import readOpenApi from './examples/read-open-api.json' with { type: 'json' };
import readOrderRisk from './examples/read-order-risk.json' with { type: 'json' };
import readReceipt from './examples/read-receipt.json' with { type: 'json' };
import readRefundRisk from './examples/read-refund-risk.json' with { type: 'json' };
import readStanding from './examples/read-standing.json' with { type: 'json' };
import readWaiverKeys from './examples/read-waiver-keys.json' with { type: 'json' };
import rejectRefund from './examples/reject-refund.json' with { type: 'json' };
import reportRetaliation from './examples/report-retaliation.json' with { type: 'json' };
import sendAccessNotice from './examples/send-access-notice.json' with { type: 'json' };
import restoreBlock from './examples/restore-block.json' with { type: 'json' };
import setMembers from './examples/set-members.json' with { type: 'json' };
import setNotificationSettings from './examples/set-notification-settings.json' with { type: 'json' };
import showAccess from './examples/show-access.json' with { type: 'json' };
import updateBlock from './examples/update-block.json' with { type: 'json' };
import upholdBlock from './examples/uphold-block.json' with { type: 'json' };

/** A request's body and the answer of its success, as far as there is one. */
interface OperationExample {
  readonly request?: unknown;
  readonly reply?: unknown;
}

/** By operation, for the OpenAPI document: each is tested against its contract. */
export const operationExamples: Readonly<Record<string, OperationExample>> = {
  addBlock,
  bulkBlocks,
  cancelOrder,
  changeAccess,
  checkWaiver,
  createLiveTicket,
  decideChecks,
  decideComplaint,
  dismissAlert,
  exemptBuyer,
  exportActivity,
  exportBlocks,
  exportWaivers,
  fileComplaint,
  findBuyer,
  getAlert,
  getBlock,
  getExemption,
  liftBlock,
  listActivity,
  listAlerts,
  listBlocks,
  listComplaints,
  listCoveringBlocks,
  listMembers,
  listExemptions,
  listShops,
  listWaivers,
  readAccess,
  readBuyer,
  readDashboard,
  readFairness,
  readHealth,
  readNotificationSettings,
  readOpenApi,
  readOrderRisk,
  readReceipt,
  readRefundRisk,
  readStanding,
  readWaiverKeys,
  rejectRefund,
  reportRetaliation,
  restoreBlock,
  sendAccessNotice,
  setMembers,
  setNotificationSettings,
  showAccess,
  updateBlock,
  upholdBlock,
};
