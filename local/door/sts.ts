import type { Deployment } from '../assembly/deployment.ts';
import { callerArn } from '../iam/authorizer.ts';
import { AwsError, escapeXml } from './aws-error.ts';
import type { DoorService } from './service.ts';

/** `GetCallerIdentity`, which AWS answers to everyone who can sign: no policy is asked. */
export function createStsService(deployment: Deployment): DoorService {
  return {
    name: 'sts',
    operations: ['GetCallerIdentity'],
    errors: { style: 'query' },
    refusalStatus: 403,
    parse: (request) => {
      const action = new URLSearchParams(Buffer.from(request.body).toString('utf8')).get('Action') ?? '';
      if (action !== 'GetCallerIdentity')
        throw new AwsError('InvalidAction', `the local door does not serve the operation '${action}' of STS`);
      return { operation: action, input: {} };
    },
    requirements: () => [],
    perform: ({ principal }) => {
      const role = deployment.roles.find(({ arn }) => arn === principal.roleArn);
      const identity = `<Arn>${escapeXml(callerArn(principal, deployment.account, role))}</Arn><UserId>${escapeXml(`AROA${role?.name ?? ''}:${principal.label}`)}</UserId><Account>${deployment.account}</Account>`;
      const body = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>${identity}</GetCallerIdentityResult></GetCallerIdentityResponse>`;
      return Promise.resolve({ status: 200, headers: { 'content-type': 'text/xml' }, body });
    },
  };
}
