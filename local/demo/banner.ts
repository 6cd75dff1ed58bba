import { bannerBuyer, demoShop } from './demo-shop.ts';

export interface BannerOptions {
  readonly httpUrl: string;
  readonly endpointUrl: string;
  /** Whether the console is at `httpUrl`. */
  readonly hasConsole: boolean;
  /** A seller's token for the demo shop. */
  readonly token: string;
  readonly empty: boolean;
}

/** What a person needs after a start: addresses, a token, and three lines to paste. */
export function renderBanner({ httpUrl, endpointUrl, hasConsole, token, empty }: BannerOptions): string {
  const bearer = `-H 'authorization: Bearer ${token}'`;
  const json = "-H 'content-type: application/json'";
  const { buyerId, username } = bannerBuyer;
  const block = { buyerId, username, reason: 'malicious_refund', scope: 'user_id_only', duration: '90_days' };
  const order = { checks: [{ shopId: demoShop, buyerId }] };
  const sign = '--aws-sigv4 aws:amz:us-east-1:execute-api --user order-service:local';
  const console = hasConsole ? `\n  Console       ${httpUrl}/   (sign in as one of the demo people)` : '';
  return `${console}
  HTTP APIs     ${httpUrl}   (OpenAPI: ${httpUrl}/v1/openapi.json)
  AWS endpoint  ${endpointUrl}   access keys marketplace, order-service, performance-service, support, ops; secret local
  demo shop     ${demoShop}${empty ? '   (empty: ops have to grant it access first)' : ''}
  token         ${token}

  Find a buyer by exact username:
curl -s ${bearer} '${httpUrl}/v1/shops/${demoShop}/buyers?username=${username}'

  Block this buyer:
curl -s ${bearer} ${json} -d '${JSON.stringify(block)}' ${httpUrl}/v1/shops/${demoShop}/blocks

  Ask the gate, as the order service does:
curl -s ${sign} ${json} -d '${JSON.stringify(order)}' ${httpUrl}/v1/gate/decisions
`;
}
