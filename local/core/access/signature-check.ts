import type { RolePrincipal } from './access-request.ts';
import type { SignedRequest } from './signed-request.ts';

export interface Credential {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly principal: RolePrincipal;
  /** Functions sign by the local clock, which is all they see; callers by the machine's. */
  readonly clock: 'real' | 'local';
}

/** A refusal names the credential where it was known, so that the answer can carry the time that its holder lives in. */
export type SignatureCheck =
  | { readonly verified: true; readonly credential: Credential; readonly service: string; readonly region: string }
  | {
      readonly verified: false;
      readonly code: SignatureErrorCode;
      readonly message: string;
      readonly credential?: Credential;
    };

export type SignatureErrorCode =
  | 'MissingAuthenticationTokenException'
  | 'IncompleteSignatureException'
  | 'UnrecognizedClientException'
  | 'InvalidSignatureException';

/** Checks the Signature Version 4 in a request's Authorization header. Signatures in the query string are not accepted. */
export type SignatureVerifier = (request: SignedRequest) => SignatureCheck;
