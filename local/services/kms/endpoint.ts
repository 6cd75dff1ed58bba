import * as z from 'zod';
import type { JsonObject } from '../../core/assembly/json.ts';
import { asText } from '../../core/assembly/json.ts';
import { AwsError } from '../../core/aws-endpoint/aws-error.ts';
import { jsonReply, parseJsonCall } from '../../core/aws-endpoint/endpoint-service.ts';
import type { EndpointService, ParsedCall, Requirement } from '../../core/aws-endpoint/endpoint-service.ts';
import type { Account } from '../../core/assembly/resource.ts';
import type { RingKey } from './key-ring.ts';

const operations = new Set(['GetPublicKey', 'Sign']);
const algorithm = 'ECDSA_SHA_256';

/** What `RAW` may hold; a digest of SHA-256 has 32. */
const largestMessage = 4_096;
const sign = z.strictObject({
  KeyId: z.string(),
  Message: z.base64(),
  MessageType: z.enum(['RAW', 'DIGEST']).default('RAW'),
  SigningAlgorithm: z.literal(algorithm),
});
const getPublicKey = z.strictObject({ KeyId: z.string() });

/** KMS, of it `Sign` and `GetPublicKey` with keys over P-256; keys are named by ID or ARN. */
export function createKmsEndpoint(deployment: Account, keys: readonly RingKey[]): EndpointService {
  const arnOf = (name: string): string =>
    name.startsWith('arn:') ? name : `arn:aws:kms:${deployment.region}:${deployment.account}:key/${name}`;
  const find = (name: string): RingKey => {
    const key = keys.find(({ arn }) => arn === arnOf(name));
    if (key === undefined) throw new AwsError('NotFoundException', `Key '${arnOf(name)}' does not exist`);
    return key;
  };
  return {
    name: 'kms',
    operations: [...operations],
    errors: { style: 'json' },
    refusalStatus: 400,
    parse: (request) => parseJsonCall(request, ['TrentService'], operations),
    requirements: (call) => [requirementOf(call, arnOf)],
    perform: async ({ operation, input }) => {
      if (operation === 'GetPublicKey') {
        const { arn, publicKey } = find(read(getPublicKey, input).KeyId);
        const PublicKey = Buffer.from(publicKey).toString('base64');
        const what = { KeySpec: 'ECC_NIST_P256', CustomerMasterKeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' };
        return jsonReply({ KeyId: arn, PublicKey, ...what, SigningAlgorithms: [algorithm] }, '1.1');
      }
      const { KeyId, Message, MessageType } = read(sign, input);
      const key = find(KeyId);
      const message = Buffer.from(Message, 'base64');
      checkLength(message, MessageType);
      const Signature = Buffer.from(key.sign(message, MessageType)).toString('base64');
      return jsonReply({ KeyId: key.arn, Signature, SigningAlgorithm: algorithm }, '1.1');
    },
  };
}

function requirementOf({ operation, input }: ParsedCall, arnOf: (name: string) => string): Requirement {
  const resource = arnOf(asText(input['KeyId']) ?? '');
  const context: Requirement['context'] =
    operation === 'Sign'
      ? {
          'kms:SigningAlgorithm': [asText(input['SigningAlgorithm']) ?? ''],
          'kms:MessageType': [asText(input['MessageType']) ?? 'RAW'],
        }
      : {};
  return { action: `kms:${operation}`, resource, context };
}

/** @throws AwsError naming each wrong member, or one that is not played here; never their content. */
function read<Schema extends z.ZodType>(schema: Schema, input: JsonObject): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'request'}: ${message}`);
  throw new AwsError('ValidationException', problems.join('; '));
}

function checkLength({ length }: Uint8Array, type: 'RAW' | 'DIGEST'): void {
  if (type === 'DIGEST' && length !== 32)
    throw new AwsError('ValidationException', `Digest is invalid length for algorithm ${algorithm}.`);
  if (length < 1 || length > largestMessage)
    throw new AwsError('ValidationException', `Message: must have 1 to ${largestMessage} bytes`);
}
