import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { RouteModel } from './model.ts';
import type { LocalClock } from '../../core/state/clock.ts';
import { flattenClaims } from './flatten-claims.ts';
import { createIssuerKeys, IssuerUnavailable } from './issuer-keys.ts';

export type JwtRule = Extract<RouteModel['authorization'], { type: 'JWT' }>;

export type JwtAnswer =
  | { readonly allowed: true; readonly context: { readonly jwt: unknown } }
  | { readonly allowed: false; readonly status: 401 | 403; readonly authenticate: string; readonly reason: string };

/** Decides over the value of the `Authorization` header. */
export type JwtAuthorizer = (header: string | undefined, rule: JwtRule) => Promise<JwtAnswer>;

/** Why a token is refused, in API Gateway's words where they are known. */
class Refused extends Error {}

/**
 * API Gateway's JWT authorizer: RSA only, the `kid` must be one of the issuer's, then `iss`, `aud` (`client_id`
 * without one), `exp`, `nbf`, `iat` on the local clock, and any one of the route's scopes in `scope` or `scp`.
 * It does not tell an ID token from an access token.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function createJwtAuthorizer(clock: LocalClock): JwtAuthorizer {
  const keysOf = createIssuerKeys();

  async function verify(token: string, rule: JwtRule): Promise<JWTPayload> {
    if (!readKid(token)) throw new Refused('the token has no kid');
    const { payload } = await jwtVerify(token, await keysOf(rule.issuer), {
      algorithms: ['RS256', 'RS384', 'RS512'],
      issuer: rule.issuer,
      currentDate: new Date(clock.now()),
      requiredClaims: ['exp'],
    });
    if (payload.iat !== undefined && payload.iat * 1000 > clock.now())
      throw new Refused('the token is used before it was issued');
    if (!audiencesOf(payload).some((audience) => rule.audience.includes(audience))) {
      throw new Refused('the token does not have a valid audience');
    }
    return payload;
  }

  return async (header, rule) => {
    const token = header?.trim().replace(/^bearer\s+/i, '');
    if (!token) return { allowed: false, status: 401, authenticate: 'Bearer', reason: 'there is no token' };
    let claims: JWTPayload;
    try {
      claims = await verify(token, rule);
    } catch (error) {
      return refusal(401, 'invalid_token', describe(error));
    }
    const scopes = scopesOf(claims);
    if (rule.scopes.length > 0 && !rule.scopes.some((scope) => scopes.includes(scope))) {
      return refusal(
        403,
        'insufficient_scope',
        `the token has none of the scopes ${rule.scopes.join(' ')}`,
        rule.scopes,
      );
    }
    return {
      allowed: true,
      context: { jwt: { claims: flattenClaims(claims), scopes: rule.scopes.length > 0 ? scopes : null } },
    };
  };
}

function refusal(status: 401 | 403, error: string, reason: string, scopes: readonly string[] = []): JwtAnswer {
  const authenticate = `Bearer scope="${scopes.join(' ')}" error="${error}" error_description="${reason}"`;
  return { allowed: false, status, authenticate, reason };
}

function readKid(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid;
  } catch {
    throw new Refused('the token is malformed');
  }
}

/** `client_id` counts only for a token without `aud`. */
function audiencesOf({ aud, client_id: client }: JWTPayload): readonly string[] {
  if (aud !== undefined) return typeof aud === 'string' ? [aud] : aud;
  return typeof client === 'string' ? [client] : [];
}

function scopesOf({ scope, scp }: JWTPayload): string[] {
  const given = scope ?? scp;
  if (typeof given === 'string') return given.split(' ').filter((name) => name !== '');
  return Array.isArray(given) ? given.filter((name) => typeof name === 'string') : [];
}

function describe(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof IssuerUnavailable) return 'OIDC discovery endpoint communication error';
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWKSNoMatchingKey) return 'the kid of the token is not one of the issuer';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'signing method is invalid';
  if (error instanceof errors.JWTClaimValidationFailed) return `the claim ${error.claim} of the token is invalid`;
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'the signature of the token is invalid';
  if (error instanceof errors.JWKSTimeout) return 'the issuer does not answer in time';
  return 'the token is malformed';
}
