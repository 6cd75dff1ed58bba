import { bannerBuyer, demoShop } from './demo-shop.ts';
import { orderStatusChanged, profileChanged, toEntries } from './marketplace.ts';

export interface BannerOptions {
  readonly httpUrl: string;
  readonly endpointUrl: string;
  /** Whether the console is at `httpUrl`. */
  readonly hasConsole: boolean;
  /** A seller's token for the demo shop. */
  readonly token: string;
  /** Nothing is there yet: the lines to paste make what they need. */
  readonly empty: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

const json = "-H 'content-type: application/json'";
/** curl asks again while there is no such buyer: the events take a moment. */
const untilThere = '-f --retry 120 --retry-delay 1 --retry-all-errors';

/** What a person needs after a start: addresses, a token, and lines to paste, each of which works once those before it have. */
export function renderBanner(options: BannerOptions): string {
  const { httpUrl, endpointUrl, hasConsole, token, empty } = options;
  const bearer = `-H 'authorization: Bearer ${token}'`;
  const { buyerId, username } = bannerBuyer;
  const block = { buyerId, username, reason: 'malicious_refund', scope: 'user_id_only', duration: '90_days' };
  const order = { checks: [{ shopId: demoShop, buyerId }] };
  const console = hasConsole ? `\n  Console       ${httpUrl}/   (sign in as one of the demo people)` : '';
  return `${console}
  HTTP APIs     ${httpUrl}   (OpenAPI: ${httpUrl}/v1/openapi.json)
  AWS endpoint  ${endpointUrl}   access keys marketplace, order-service, performance-service, support, ops; secret local
  demo shop     ${demoShop}${empty ? '   (empty: the first two lines give it access and a buyer)' : ''}
  token         ${token}
                good for 400 days of the local clock; POST ${httpUrl}/_local/token makes others
${empty ? beginnings(options) : ''}
  Find a buyer by exact username:
curl -s${empty ? ` ${untilThere}` : ''} ${bearer} '${httpUrl}/v1/shops/${demoShop}/buyers?username=${username}'

  Block this buyer:
curl -s ${bearer} ${json} -d '${JSON.stringify(block)}' ${httpUrl}/v1/shops/${demoShop}/blocks

  Ask the gate, as the order service does:
curl -s ${signedBy('order-service')} ${json} -d '${JSON.stringify(order)}' ${httpUrl}/v1/gate/decisions
`;
}

/** What the demo has brought about in any other start. */
function beginnings({ httpUrl, endpointUrl, now }: BannerOptions): string {
  const access = { state: 'active', timeZone: 'America/Los_Angeles' };
  const at = new Date(now).toISOString();
  const { buyerId } = bannerBuyer;
  const order = { shopId: demoShop, orderId: '5764692000000000', buyerId, status: 'AWAITING_SHIPMENT' };
  const amount = { value: '12.09', currency: 'USD' };
  const entries = toEntries([
    profileChanged(bannerBuyer),
    orderStatusChanged({ ...order, amount, createdAt: at, updatedAt: at }),
  ]);
  const target = "-H 'content-type: application/x-amz-json-1.1' -H 'x-amz-target: AWSEvents.PutEvents'";
  return `
  Give the shop access, as ops do:
curl -s ${signedBy('ops')} ${json} -X PUT -d '${JSON.stringify(access)}' ${httpUrl}/v1/admin/shops/${demoShop}/access

  Tell of a buyer and an order, as the marketplace does:
curl -s ${signedBy('marketplace', 'events')} ${target} -d '${JSON.stringify({ Entries: entries })}' ${endpointUrl}/
`;
}

function signedBy(caller: string, service = 'execute-api'): string {
  return `--aws-sigv4 aws:amz:us-east-1:${service} --user ${caller}:local`;
}
