import { localSigner, signedFetch } from '../../clients/signed-fetch.ts';
import type { Signer } from '../../clients/signed-fetch.ts';
import { OpsError } from '../ops-error.ts';

/** In whose name the canary calls. */
export const callers = ['marketplace', 'order-service', 'performance-service', 'support', 'ops'] as const;
export type Caller = (typeof callers)[number];

export type SignerOf = (caller: Caller, service: string) => Signer;

export const localSigners: SignerOf = (caller, service) => localSigner(caller, service);

export interface AssumeRoles {
  /** Of STS. */
  readonly endpoint: string;
  /** The credentials of the environment. */
  readonly signer: Signer;
  readonly roleOf: (caller: Caller) => string | undefined;
  readonly sessionName: string;
}

/**
 * Takes the role of each caller once: what the canary may do is then what they may. An hour is more than a run takes.
 *
 * @throws OpsError naming the role that cannot be taken.
 */
export async function assumeCallerRoles({ endpoint, signer, roleOf, sessionName }: AssumeRoles): Promise<SignerOf> {
  const taken = new Map<Caller, Pick<Signer, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>>();
  for (const caller of callers) {
    const role = roleOf(caller);
    if (role === undefined) throw new OpsError(`The stack of callers has no output for the role of ${caller}.`);
    const query = new URLSearchParams({
      Action: 'AssumeRole',
      RoleArn: role,
      RoleSessionName: sessionName,
      Version: '2011-06-15',
    });
    const response = await signedFetch({ ...signer, service: 'sts' }, `${endpoint}/?${query.toString()}`, {
      signal: AbortSignal.timeout(15_000),
    });
    const xml = await response.text();
    const field = (name: string): string | undefined => new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];
    const [accessKeyId, secretAccessKey, sessionToken] = [
      field('AccessKeyId'),
      field('SecretAccessKey'),
      field('SessionToken'),
    ];
    if (!response.ok || !accessKeyId || !secretAccessKey || !sessionToken)
      throw new OpsError(
        `The role ${role} cannot be taken: ${response.status}, ${field('Message') ?? 'no reason given'}. ` +
          'Whoever runs smoke must be among its callerPrincipals, and be allowed sts:AssumeRole on it.',
      );
    taken.set(caller, { accessKeyId, secretAccessKey, sessionToken });
  }
  const region = signer.region === undefined ? {} : { region: signer.region };
  return (caller, service) => {
    const credentials = taken.get(caller);
    if (!credentials) throw new Error(`Nobody took the role of ${caller}.`);
    return { ...credentials, service, ...region };
  };
}
