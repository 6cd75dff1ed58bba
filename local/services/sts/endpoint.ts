import type { Account } from '../../core/assembly/resource.ts';
import type { IamTemplate } from '../iam/model.ts';
import { callerArn } from '../iam/authorizer.ts';
import { AwsError, escapeXml } from '../../core/aws-endpoint/aws-error.ts';
import type { EndpointService } from '../../core/aws-endpoint/endpoint-service.ts';

/** `GetCallerIdentity`, which AWS answers to everyone who can sign: no policy is asked. */
export function createStsEndpoint(deployment: Account & IamTemplate): EndpointService {
  return {
    name: 'sts',
    operations: ['GetCallerIdentity'],
    errors: { style: 'query' },
    refusalStatus: 403,
    parse: (request) => {
      const action = new URLSearchParams(Buffer.from(request.body).toString('utf8')).get('Action') ?? '';
      if (action !== 'GetCallerIdentity')
        throw new AwsError('InvalidAction', `the local AWS endpoint does not serve the operation '${action}' of STS`);
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
