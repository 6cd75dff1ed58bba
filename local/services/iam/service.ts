import type { Authorizer } from '../../core/access/access-request.ts';
import type { SignatureVerifier } from '../../core/access/signature-check.ts';
import { offer } from '../../core/offers.ts';
import type { Service } from '../../core/service.ts';
import type { LambdaTemplate } from '../lambda/model.ts';
import { createAuthorizer } from './authorizer.ts';
import { createCredentials } from './credentials.ts';
import type { Credentials } from './credentials.ts';
import type { IamTemplate } from './model.ts';
import { recordRequests, requestFile } from './record-requests.ts';
import { iamTypes, readRoles } from './template.ts';
import { createSignatureVerifier } from './verify-signature.ts';

export const authorizerOffer = offer<Authorizer>('an authorizer');
export const credentialsOffer = offer<Credentials>('credentials');
export const signatureOffer = offer<SignatureVerifier>('the verification of signatures');

/** IAM: roles, policies and signatures, by which everything else decides who may what. It answers no calls. */
export const iam: Service<IamTemplate, IamTemplate & LambdaTemplate> = {
  name: 'iam',
  resourceTypes: iamTypes,
  permissions: {
    prefix: 'iam',
    conditionKeys: [
      ...['aws:PrincipalAccount', 'aws:PrincipalArn', 'aws:PrincipalIsAWSService', 'aws:PrincipalServiceName'],
      ...['aws:RequestedRegion', 'aws:SecureTransport', 'aws:SourceAccount', 'aws:SourceArn', 'iam:PassedToService'],
    ],
    // Who may assume a role is a policy of that role as a resource, which the policy itself never names.
    resourcePolicies: ({ roles }) =>
      roles.map(({ arn, trust }) => ({ arn, statements: trust.map((one) => ({ ...one, resources: [arn] })) })),
  },
  read: (catalog) => ({ roles: readRoles(catalog) }),
  open({ deployment, offers, clock }) {
    const credentials = createCredentials(deployment);
    const folder = process.env['SSC_PERMISSIONS_FOLDER'];
    const authorizer = createAuthorizer(deployment);
    offers.add(authorizerOffer, folder ? recordRequests(authorizer, requestFile(folder)) : authorizer);
    offers.add(credentialsOffer, credentials);
    offers.add(signatureOffer, createSignatureVerifier({ credentials, clock, region: deployment.region }));
    return {};
  },
};
