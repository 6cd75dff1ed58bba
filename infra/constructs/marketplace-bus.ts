import { Duration } from 'aws-cdk-lib';
import { CfnEventBusPolicy, EventBus } from 'aws-cdk-lib/aws-events';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IRole, PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

export interface MarketplaceBusProps extends Pick<StageContext, 'config'> {
  /** Speaks for the marketplace: sources `marketplace.*`. */
  readonly marketplace: IRole;
  /** May speak for anyone, to redrive what was lost. */
  readonly ops: IRole;
}

/**
 * The bus between the marketplace and us. Whoever may put events may forge them, so that the policy says who speaks
 * for which source: an Allow alone would not, because a role of the same account needs none.
 */
export class MarketplaceBus extends Construct {
  readonly bus: EventBus;
  private readonly props: MarketplaceBusProps;
  private readonly publishers: IRole[] = [];

  constructor(scope: Construct, id: string, props: MarketplaceBusProps) {
    super(scope, id);
    this.props = props;
    const { config, marketplace, ops } = props;
    this.bus = new EventBus(this, 'Bus', {
      eventBusName: nameOf(config),
      description: 'What the marketplace reports to Seller Security Center, and what it tells in return',
    });
    this.addStatement('TheMarketplaceReports', {
      principals: [marketplace],
      conditions: everySource('marketplace.*'),
    });
    this.denyOthers('NobodyElseSpeaksForTheMarketplace', 'marketplace.*', [marketplace, ops]);
    // Usernames and avatars travel in these events alone: an archive would keep what an erasure has to reach.
    this.bus.archive('Archive', {
      archiveName: nameOf(config),
      description: 'For replay; without marketplace.identity',
      eventPattern: { source: [{ 'anything-but': ['marketplace.identity'] }] as unknown as string[] },
      retention: Duration.days(config.retentionDays.archive),
    });
  }

  /** Lets a function put events of our own source. */
  letPublish(publisher: ServiceFunction): void {
    publisher.allow(['events:PutEvents'], [this.bus.eventBusArn], everySource('ssc'));
    publisher.function.addEnvironment('BUS_NAME', this.bus.eventBusName);
    this.publishers.push(publisher.role);
  }

  /** Lets nobody else put them, but ops; to be said once all publishers are known. */
  reserveOwnSource(): void {
    this.denyOthers('OnlyTheOutboxSpeaksForUs', 'ssc', [...this.publishers, this.props.ops]);
  }

  private denyOthers(sid: string, source: string, roles: readonly IRole[]): void {
    this.addStatement(sid, {
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      conditions: {
        'ForAnyValue:StringLike': { 'events:source': source },
        ArnNotEquals: { 'aws:PrincipalArn': roles.map((role) => role.roleArn) },
      },
    });
  }

  private addStatement(sid: string, statement: PolicyStatementProps): void {
    new CfnEventBusPolicy(this, sid, {
      eventBusName: this.bus.eventBusName,
      // CloudFormation takes it for the name of the resource, of which an account has one in a region, on whatever bus.
      statementId: nameOf(this.props.config, sid),
      statement: new PolicyStatement({
        sid,
        ...statement,
        actions: ['events:PutEvents'],
        resources: [this.bus.eventBusArn],
      }).toStatementJson() as Record<string, unknown>,
    });
  }
}

/**
 * Holds where each source of a call is one of these. One call may hold entries of several sources, and a plain operator is
 * content with one of them; `ForAllValues` alone would hold where there is none.
 */
export function everySource(pattern: string): Record<string, Record<string, string>> {
  return { 'ForAllValues:StringLike': { 'events:source': pattern }, Null: { 'events:source': 'false' } };
}
