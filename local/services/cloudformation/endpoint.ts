import type { Account } from '../../core/assembly/resource.ts';
import { AwsError, escapeXml } from '../../core/aws-endpoint/aws-error.ts';
import type { EndpointService } from '../../core/aws-endpoint/endpoint-service.ts';
import type { SignedRequest } from '../../core/access/signed-request.ts';
import type { CloudFormationTemplate } from './model.ts';

type StacksAndOutputs = Account & CloudFormationTemplate & { readonly outputs: Readonly<Record<string, string>> };

/**
 * `DescribeStacks` of one stack by its name, as far as its outputs go; by the query protocol.
 *
 * @param frontEndUrl where the HTTP APIs are: their own names exist nowhere.
 */
export function createCloudFormationEndpoint(deployment: StacksAndOutputs, frontEndUrl: string): EndpointService {
  const { region, account, stacks } = deployment;
  const arnOf = (name: string): string => `arn:aws:cloudformation:${region}:${account}:stack/${name}/local`;
  return {
    name: 'cloudformation',
    operations: ['DescribeStacks'],
    errors: { style: 'query' },
    refusalStatus: 403,
    parse: (request) => {
      const parameters = parametersOf(request);
      const [operation, StackName] = [parameters.get('Action') ?? '', parameters.get('StackName')];
      if (operation !== 'DescribeStacks' || StackName === null)
        throw new AwsError(
          'InvalidAction',
          `the local AWS endpoint serves DescribeStacks of CloudFormation, with a StackName, and not '${operation}'`,
        );
      return { operation, input: { StackName } };
    },
    requirements: ({ input }) => [
      { action: 'cloudformation:DescribeStacks', resource: arnOf(String(input['StackName'])), context: {} },
    ],
    perform: ({ input }) => {
      const name = String(input['StackName']);
      const stack = stacks.find((one) => one.name === name);
      if (!stack) throw new AwsError('ValidationError', `Stack with id ${name} does not exist`);
      const outputs = stack.outputs.map((key) => {
        const value = escapeXml((deployment.outputs[key] ?? '').replace(apiAddress, frontEndUrl));
        return `<member><OutputKey>${escapeXml(key)}</OutputKey><OutputValue>${value}</OutputValue></member>`;
      });
      const described = `<StackName>${escapeXml(name)}</StackName><StackId>${arnOf(name)}</StackId><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${outputs.join('')}</Outputs>`;
      const body = `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member>${described}</member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
      return Promise.resolve({ status: 200, headers: { 'content-type': 'text/xml' }, body });
    },
  };
}

const apiAddress = /^https:\/\/[a-z0-9]+\.execute-api\.[a-z0-9.-]+(?=\/|$)/;

/** Of the address or of the body: the query protocol takes both. */
function parametersOf({ url, body }: SignedRequest): URLSearchParams {
  const text = Buffer.from(body).toString('utf8');
  return new URLSearchParams(text === '' ? (url.split('?')[1] ?? '') : text);
}
