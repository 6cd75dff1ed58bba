import type { StageFile } from './settings-schema.ts';

/** What holds for every stage unless something else is said. */
const everywhere = {
  // What is kept by mistake can be deleted, and not the other way round.
  keepsData: true,
  gate: { deadlineMilliseconds: 150, failMode: 'open' },
  retentionDays: { logs: 90, archive: 90 },
  throttle: {
    seller: { requestsPerSecond: 500, burst: 1_000 },
    service: { requestsPerSecond: 5_000, burst: 5_000 },
    // Connections and messages of clients together; API Gateway itself opens 500 connections a second.
    live: { requestsPerSecond: 500, burst: 1_000 },
  },
  callerPrincipals: { marketplace: [], 'order-service': [], 'performance-service': [], support: [], ops: [] },
  subscribers: [],
  alarms: { page: {} },
  objectives: { gate: 99.9, seller: 99.5, service: 99.9 },
  // A device, an address or a network is shared by families and neighbours.
  evidenceStrength: { payment_instrument: 'strong', bank_account: 'strong', identity_document: 'strong' },
  apiLogRole: 'made',
  receiptKeys: { present: 'first', retired: [] },
  waiverTermsVersion: '1',
  digestSeconds: 300,
  signInOrigins: [],
  allowedOrigins: [],
} satisfies StageFile;

/** The local runtime's own OIDC issuer on its default port, and a sender of mails that never leave. */
const onOneMachine = {
  keepsData: false,
  digestSeconds: 10,
  retentionDays: { logs: 7, archive: 7 },
  issuer: 'http://127.0.0.1:3000/_local/issuer',
  audience: 'ssc',
  mailSender: 'security-center@shop.example',
  // One assembly serves every port.
  allowedOrigins: ['http://127.0.0.1:*', 'http://localhost:*'],
  // The demo's buyers have theirs at a name that exists nowhere: the local runtime draws them.
  pictures: { from: 'https://avatars.marketplace.example/', to: '/_local/avatar?of=' },
} satisfies StageFile;

/** In the order in which they count: the later ones first. */
export function defaultsOf(stage: string): readonly StageFile[] {
  return stage === 'local' ? [everywhere, onOneMachine] : [everywhere];
}
