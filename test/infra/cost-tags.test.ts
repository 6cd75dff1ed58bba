import { describe, expect, it } from 'vitest';
import { synthesizeStage } from './synthesized-stage.ts';

const own = { service: 'seller-security-center', stage: 'prod' };
const stage = synthesizeStage('prod without an issuer', {}, { costTags: { team: 'trust' }, monthlyBudget: 500 });

/** A template has tags as a list, or by name. */
function tagsOf(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> | undefined {
  const tags = properties['Tags'] ?? properties['UserPoolTags'];
  if (tags === undefined) return undefined;
  if (!Array.isArray(tags)) return tags as Record<string, string>;
  return Object.fromEntries(tags.map(({ Key, Value }: { Key: string; Value: string }) => [Key, Value]));
}

describe('every resource that can be charged', () => {
  it.each([
    'AWS::ApiGatewayV2::Api',
    'AWS::CloudFront::Distribution',
    'AWS::CloudWatch::Alarm',
    'AWS::Cognito::UserPool',
    'AWS::DynamoDB::Table',
    'AWS::Events::EventBus',
    'AWS::KMS::Key',
    'AWS::Lambda::Function',
    'AWS::Logs::LogGroup',
    'AWS::S3::Bucket',
    'AWS::SNS::Topic',
    'AWS::SQS::Queue',
  ])('says whose it is: %s', (type) => {
    const resources = stage.ofType(type);
    expect(resources).not.toEqual([]);
    for (const { id, properties } of resources) expect(tagsOf(properties), id).toMatchObject({ ...own, team: 'trust' });
  });
});

it('tags nothing that all stages share', () => {
  const shared = stage.resources.filter((one) => one.stack === 'ssc-account');
  expect(shared).not.toEqual([]);
  expect(shared.filter(({ properties }) => tagsOf(properties))).toEqual([]);
});

it('has a budget that mails those who are paged', () => {
  const [{ properties } = { properties: {} }] = stage.ofType('AWS::Budgets::Budget');
  expect(properties).toMatchObject({
    Budget: { BudgetLimit: { Amount: 500, Unit: 'USD' }, CostFilters: { TagKeyValue: ['user:stage$prod'] } },
    NotificationsWithSubscribers: [80, 100, 100].map((Threshold) => ({
      Notification: { Threshold },
      Subscribers: [{ SubscriptionType: 'EMAIL' }],
    })),
  });
});

it('has no budget unless one is set, and no tags on one machine', () => {
  expect(synthesizeStage('prod').ofType('AWS::Budgets::Budget')).toEqual([]);
  expect(synthesizeStage('local').resources.filter(({ properties }) => tagsOf(properties)?.['service'])).toEqual([]);
});
