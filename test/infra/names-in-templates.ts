import { resolve } from '../../local/core/assembly/intrinsics.ts';
import type { Json, JsonObject } from '../../local/core/assembly/json.ts';
import type { SynthesizedStage } from './synthesized-stage.ts';

/** Where no second resource may have the name: in the account, in the account's region, or only beside its own parent. */
type Reach = 'account' | 'region' | 'parent' | 'label' | 'reference';

/** Every property that names something, of every type of the templates. A label is for people: CloudFormation makes the ID. */
const reaches: Readonly<Record<string, Reach>> = {
  'AWS::ApiGatewayV2::Api Name': 'label',
  'AWS::ApiGatewayV2::Authorizer Name': 'parent',
  'AWS::ApiGatewayV2::Stage StageName': 'parent',
  'AWS::CloudFront::Distribution DistributionConfig.Aliases': 'account',
  'AWS::CloudFront::Function Name': 'account',
  'AWS::CloudFront::OriginAccessControl OriginAccessControlConfig.Name': 'account',
  'AWS::CloudFront::ResponseHeadersPolicy ResponseHeadersPolicyConfig.Name': 'account',
  'AWS::CloudWatch::Alarm AlarmName': 'region',
  'AWS::CloudWatch::Alarm MetricName': 'reference',
  'AWS::CloudWatch::CompositeAlarm AlarmName': 'region',
  // Dashboards belong to no region.
  'AWS::CloudWatch::Dashboard DashboardName': 'account',
  'AWS::Cognito::UserPool UserPoolName': 'label',
  'AWS::Cognito::UserPoolClient ClientName': 'label',
  'AWS::Cognito::UserPoolDomain Domain': 'region',
  'AWS::Cognito::UserPoolResourceServer Identifier': 'parent',
  'AWS::Cognito::UserPoolResourceServer Name': 'label',
  'AWS::DynamoDB::Table TableName': 'region',
  'AWS::Events::Archive ArchiveName': 'region',
  'AWS::Events::EventBus Name': 'region',
  // CloudFormation takes the statement's ID for the resource's.
  'AWS::Events::EventBusPolicy StatementId': 'region',
  'AWS::Events::EventBusPolicy Sid': 'parent',
  'AWS::Events::Rule Name': 'region',
  'AWS::IAM::Policy PolicyName': 'parent',
  'AWS::IAM::Role RoleName': 'account',
  'AWS::Lambda::Function FunctionName': 'region',
  'AWS::Logs::LogGroup LogGroupName': 'region',
  'AWS::Logs::MetricFilter FilterName': 'parent',
  'AWS::Logs::QueryDefinition Name': 'label',
  'AWS::Logs::QueryDefinition LogGroupNames': 'reference',
  'AWS::SES::EmailIdentity EmailIdentity': 'region',
  'AWS::SNS::Topic TopicName': 'region',
  'AWS::SQS::Queue QueueName': 'region',
  'AWS::Scheduler::Schedule GroupName': 'reference',
  'AWS::Scheduler::Schedule Name': 'region',
  'AWS::Scheduler::ScheduleGroup Name': 'region',
};

export interface FoundName {
  /** Type and property. */
  readonly of: string;
  readonly name: string;
  readonly stack: string;
  /** `undefined` for a property that looks like a name and is not among those that are known. */
  readonly reach: Reach | undefined;
}

const looksLikeName = /(?:^|[a-z])(?:Name|StatementId|(?<!Key)Identifier|Identity|Domain|Alias(?:es)?)$/;
const account = '111111111111';

/** Every name in the templates of a stage as it is in one region: of resources, of stacks and of exports. */
export function namesIn({ templates }: SynthesizedStage, region: string): readonly FoundName[] {
  return Object.entries(templates).flatMap(([stack, text]) => {
    const { Resources, Outputs = {} } = JSON.parse(text) as { Resources: JsonObject; Outputs?: JsonObject };
    const scope = scopeOf(region);
    const inRegion = (of: string, name: Json): FoundName => ({
      of,
      name: String(resolve(name, scope)),
      stack,
      reach: 'region',
    });
    return [
      inRegion('stack', stack),
      ...Object.values(Outputs).flatMap((output) => {
        const { Export } = output as { Export?: { Name: Json } };
        return Export === undefined ? [] : [inRegion('export', Export.Name)];
      }),
      ...Object.values(Resources).flatMap((resource) => {
        const { Type, Properties = {} } = resource as { Type: string; Properties?: JsonObject };
        return (
          namesOf(Properties)
            .map(([property, value]) => ({ of: `${Type} ${property}`, name: JSON.stringify(resolve(value, scope)) }))
            // What another resource is called: by reference, not a second name.
            .filter(({ name }) => !/^"?<[^>]*>"?$/.test(name))
            .map((found) => ({ ...found, stack, reach: reaches[found.of] }))
        );
      }),
    ];
  });
}

function namesOf(properties: JsonObject): readonly (readonly [property: string, value: Json])[] {
  return Object.entries(properties).flatMap(([property, value]) => {
    if (looksLikeName.test(property)) return [[property, value] as const];
    if (!property.endsWith('Config') || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return namesOf(value as JsonObject).map(([inner, one]) => [`${property}.${inner}`, one] as const);
  });
}

/** References to other resources are shown in brackets. */
function scopeOf(region: string) {
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::Region': region,
    'AWS::AccountId': account,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
  };
  return {
    ref: (name: string) => pseudo[name] ?? `<${name}>`,
    attribute: (logicalId: string, attribute: string) => `<${logicalId}.${attribute}>`,
    importValue: (name: string) => `<${name}>`,
    stackOutput: (stack: string, output: string) => `<${stack}.${output}>`,
    condition: () => true,
  };
}
