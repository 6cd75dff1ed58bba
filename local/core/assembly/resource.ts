import type { JsonObject } from './json.ts';
import type { PropertyRules } from './property-rules.ts';

/** A resource of the assembly whose properties are resolved. */
export interface Resource {
  readonly type: string;
  readonly stack: string;
  readonly logicalId: string;
  /** CDK path, or stack and logical ID where the assembly gives none. */
  readonly path: string;
  readonly properties: JsonObject;
  /** What `Ref` answers. */
  readonly ref: string;
  /** What `Fn::GetAtt` answers, by attribute name. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** The account and the region that every ARN names. */
export interface Account {
  readonly account: string;
  readonly region: string;
}

/** Where a resource is being created. */
export interface Place extends Account {
  /** Of the AWS endpoint; the HTTP front end is one port below. */
  readonly endpointPort: number;
}

export interface NamedResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly properties: JsonObject;
  /** The name CloudFormation would make up; stable, unique in the assembly, at most `maximum` characters. */
  generatedName(maximum?: number): string;
}

/** What the local runtime knows of one resource type. */
export interface ResourceType {
  readonly rules: PropertyRules;
  /** Physical ID and attributes as CloudFormation's reference gives them for this type. */
  identify(
    resource: NamedResource,
    place: Place,
  ): { readonly ref: string; readonly attributes?: Readonly<Record<string, string>> };
}

export type ResourceTypes = Readonly<Record<string, ResourceType>>;
