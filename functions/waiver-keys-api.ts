import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { required } from '../shared/kernel/environment.ts';
import { waiverKeysRoute } from '../shared/public/waiver-keys-route.ts';
import { openKms, readPublicKey } from '../shared/receipts/key-client.ts';
import { createKeySet } from '../shared/receipts/key-set.ts';

const kms = openKms();
const keyArns = required('RECEIPT_KEY_ARNS').split(' ');

/** The public keys of receipts, for anybody. */
export const handler = httpStack([
  waiverKeysRoute({ keySet: createKeySet(keyArns, (arn) => readPublicKey(kms, arn), systemClock) }),
]);
