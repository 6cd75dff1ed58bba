import { QueryDefinition, QueryString, LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { DeployedFunction } from '../function-definition.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

export interface LogQueriesProps extends Pick<StageContext, 'config'> {
  readonly functions: readonly Pick<DeployedFunction, 'name'>[];
}

/** Of CloudWatch Logs Insights, for one query. */
export const mostLogGroups = 50;

/** What whoever is paged asks the logs of all functions, saved under the stage's name. */
export class LogQueries extends Construct {
  constructor(scope: Construct, id: string, { config, functions }: LogQueriesProps) {
    super(scope, id);
    const logGroups = functions
      .slice(0, mostLogGroups)
      .map(({ name }) => LogGroup.fromLogGroupName(this, name, `/aws/lambda/${nameOf(config, name)}`));
    const fields = ['@timestamp', 'level', 'message', 'service', 'correlationId', 'code', 'reason', 'errorName'];
    const queries = {
      'what one request or event set off': {
        fields,
        // To be replaced by the `requestId` of a problem document, or the `correlationId` of an event.
        filterStatements: ['correlationId = "PASTE THE ID HERE"'],
        sort: '@timestamp asc',
      },
      'errors of the last hour': { fields, filterStatements: ['level = "ERROR"'], sort: '@timestamp desc', limit: 200 },
      'errors by function and kind': {
        filterStatements: ['level = "ERROR"'],
        statsStatements: ['count(*) as errors by service, message, errorName'],
        sort: 'errors desc',
      },
    };
    for (const [title, query] of Object.entries(queries)) {
      new QueryDefinition(this, title, {
        queryDefinitionName: `${nameOf(config)}/${title}`,
        queryString: new QueryString(query),
        logGroups,
      });
    }
  }
}
