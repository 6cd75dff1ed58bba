import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LocalClock } from '../../core/state/clock.ts';
import { canonicalRequest, sha256 } from './canonical-request.ts';
import { headerOf } from '../../core/access/signed-request.ts';
import type { SignedRequest } from '../../core/access/signed-request.ts';
import type {
  Credential,
  SignatureCheck,
  SignatureErrorCode,
  SignatureVerifier,
} from '../../core/access/signature-check.ts';
import type { Credentials } from './credentials.ts';
import { signatureAlgorithm, parseAuthorization, parseTimestamp } from './parse-authorization.ts';
import type { Authorization } from './parse-authorization.ts';

/** As AWS: a request is good for five minutes, to both sides. */
const skewMilliseconds = 5 * 60_000;

export function createSignatureVerifier(options: {
  readonly credentials: Credentials;
  readonly clock: LocalClock;
  readonly region: string;
}): SignatureVerifier {
  const { credentials, clock, region } = options;
  const isFresh = createFreshness(clock);
  return (request) => {
    const authorization = headerOf(request, 'authorization');
    if (authorization === undefined)
      return refused('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
    const parsed = parseAuthorization(authorization);
    if (typeof parsed === 'string') return refused('IncompleteSignatureException', parsed);
    const timestamp = headerOf(request, 'x-amz-date') ?? '';
    const signedAt = parseTimestamp(timestamp);
    if (signedAt === undefined)
      return refused(
        'IncompleteSignatureException',
        "Authorization header requires existence of an 'X-Amz-Date' header of the form YYYYMMDDTHHMMSSZ.",
      );
    const credential = credentials.find(parsed.accessKeyId);
    if (credential === undefined)
      return refused('UnrecognizedClientException', 'The security token included in the request is invalid.');
    const invalid = (message: string): SignatureCheck => ({
      verified: false,
      code: 'InvalidSignatureException',
      message,
      credential,
    });
    if (!parsed.signedHeaders.includes('host'))
      return invalid("'Host' must be a 'SignedHeader' in the AWS Authorization.");
    if (parsed.region !== region)
      return invalid(`Credential should be scoped to a valid region, not '${parsed.region}'.`);
    if (parsed.date !== timestamp.slice(0, 8))
      return invalid(
        `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${parsed.date}' != '${timestamp.slice(0, 8)}'.`,
      );
    if (!isFresh(signedAt, credential))
      return invalid(
        `Signature expired or not yet current: ${timestamp} is more than 5 minutes from the time of the server.`,
      );
    const payloadHash = readPayloadHash(request, parsed.signedHeaders);
    if (payloadHash === undefined) return invalid("The 'x-amz-content-sha256' header does not match the payload.");

    const expected = sign(request, parsed, credential.secretAccessKey, timestamp, payloadHash);
    const given = Buffer.from(parsed.signature, 'hex');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return invalid(
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      );
    }
    return { verified: true, credential, service: parsed.service, region: parsed.region };
  };
}

/** Whether a request that was signed at that time may still be taken, by the clock that its holder lives in. */
function createFreshness(clock: LocalClock): (signedAt: number, credential: Credential) => boolean {
  // A function may have signed just before the clock was moved.
  let earlierOffset = clock.now() - clock.realNow();
  let offset = earlierOffset;
  clock.onAdvance(() => {
    earlierOffset = offset;
    offset = clock.now() - clock.realNow();
  });
  return (signedAt, credential) =>
    (credential.clock === 'real' ? [0] : [clock.now() - clock.realNow(), earlierOffset]).some(
      (shift) => Math.abs(clock.realNow() + shift - signedAt) <= skewMilliseconds,
    );
}

function refused(code: SignatureErrorCode, message: string): SignatureCheck {
  return { verified: false, code, message };
}

/** A body may stay unsigned only where the client says so under its signature; a stated hash must be the body's. */
function readPayloadHash(request: SignedRequest, signedHeaders: readonly string[]): string | undefined {
  const stated = headerOf(request, 'x-amz-content-sha256');
  if (stated === 'UNSIGNED-PAYLOAD') return signedHeaders.includes('x-amz-content-sha256') ? stated : undefined;
  const actual = sha256(request.body);
  return stated === undefined || stated.toLowerCase() === actual ? actual : undefined;
}

/** The signature that this secret gives the request, with all else as the authorization says. */
function sign(
  request: SignedRequest,
  parsed: Authorization,
  secret: string,
  timestamp: string,
  payloadHash: string,
): Buffer {
  const scope = `${parsed.date}/${parsed.region}/${parsed.service}/aws4_request`;
  const canonical = canonicalRequest(request, parsed.signedHeaders, payloadHash);
  return hmac(signingKey(secret, parsed), [signatureAlgorithm, timestamp, scope, sha256(canonical)].join('\n'));
}

/** Derived keys change once a day; deriving one takes four hashes. */
const signingKeys = new Map<string, Buffer>();

function signingKey(secret: string, { date, region, service }: Authorization): Buffer {
  const name = `${secret}/${date}/${region}/${service}`;
  let key = signingKeys.get(name);
  if (key === undefined) {
    key = [region, service, 'aws4_request'].reduce(
      (previous, part) => hmac(previous, part),
      hmac(`AWS4${secret}`, date),
    );
    if (signingKeys.size > 1_000) signingKeys.clear();
    signingKeys.set(name, key);
  }
  return key;
}

function hmac(key: Buffer | string, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}
