import type { LambdaTemplate, EventSourceMappingModel, FunctionModel } from '../model.ts';
import type { Authorizer, Principal } from '../../../core/access/access-request.ts';

/**
 * The function of a mapping, once its role was found to allow what Lambda does in its name.
 *
 * @throws Error naming mapping, function, action and resource for what the role does not allow, as the creation of
 * the mapping fails on AWS.
 */
export function authorizeMapping(
  deployment: LambdaTemplate,
  mapping: EventSourceMappingModel,
  authorizer: Authorizer,
  needs: readonly { readonly action: string; readonly resource: string }[],
): FunctionModel {
  const model = deployment.functions.find((candidate) => candidate.arn === mapping.functionArn);
  if (!model) throw new Error(`${mapping.path}: there is no function ${mapping.functionArn} in the deployment.`);
  const principal: Principal = { type: 'role', roleArn: model.roleArn, accessKeyId: '', label: model.name };
  const refusals = needs.flatMap(({ action, resource }) => {
    const answer = authorizer.decide({ principal, action, resource, context: { 'aws:SecureTransport': ['true'] } });
    return answer.allowed ? [] : [answer.message];
  });
  if (refusals.length > 0) {
    throw new Error(`${mapping.path}: the role of ${model.name} may not work its event source: ${refusals.join('; ')}`);
  }
  return model;
}
