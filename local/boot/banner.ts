import { cardBuyer, demoShop } from '../demo/demo-shop.ts';

export interface CardOptions {
  readonly frontUrl: string;
  readonly doorUrl: string;
  /** A seller's token for the demo shop. */
  readonly token: string;
  readonly empty: boolean;
}

/** What a person needs after a start: addresses, a token, and three lines to paste. */
export function renderBanner({ frontUrl, doorUrl, token, empty }: CardOptions): string {
  const bearer = `-H 'authorization: Bearer ${token}'`;
  const json = "-H 'content-type: application/json'";
  const { buyerId, username } = cardBuyer;
  const block = { buyerId, username, reason: 'malicious_refund', scope: 'user_id_only', duration: '90_days' };
  const order = { checks: [{ shopId: demoShop, buyerId }] };
  const sign = '--aws-sigv4 aws:amz:us-east-1:execute-api --user order-service:local';
  return `
  HTTP APIs     ${frontUrl}   (OpenAPI: ${frontUrl}/v1/openapi.json)
  AWS endpoint  ${doorUrl}   access keys marketplace, order-service, performance-service, support, ops; secret local
  demo shop     ${demoShop}${empty ? '   (empty: ops have to grant it access first)' : ''}
  token         ${token}

  Find a buyer by exact username:
curl -s ${bearer} '${frontUrl}/v1/shops/${demoShop}/buyers?username=${username}'

  Block this buyer:
curl -s ${bearer} ${json} -d '${JSON.stringify(block)}' ${frontUrl}/v1/shops/${demoShop}/blocks

  Ask the gate, as the order service does:
curl -s ${sign} ${json} -d '${JSON.stringify(order)}' ${frontUrl}/v1/gate/decisions
`;
}
