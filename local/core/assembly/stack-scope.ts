import { createHash } from 'node:crypto';
import type { StackTemplate } from './cloud-assembly.ts';
import { resolve } from './intrinsics.ts';
import type { Scope } from './intrinsics.ts';
import { asObject, asText } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import type { Place, Resource, ResourceTypes } from './resource.ts';

/** Looks into the other stacks. */
export type Find = (name: { exported: string } | { stack: string; output: string }) => Json;

/** One stack while it is being resolved: each resource once, on first use. */
export class StackScope implements Scope {
  readonly stack: StackTemplate;
  readonly outputs: JsonObject;
  readonly logicalIds: readonly string[];
  private readonly types: ResourceTypes;
  private readonly place: Place;
  private readonly find: Find;
  private readonly resolved = new Map<string, Resource>();
  private readonly underWay = new Set<string>();

  constructor(stack: StackTemplate, types: ResourceTypes, place: Place, find: Find) {
    this.stack = stack;
    this.types = types;
    this.place = place;
    this.find = find;
    this.outputs = asObject(stack.template['Outputs']);
    this.logicalIds = Object.entries(asObject(stack.template['Resources']))
      .filter(([, resource]) => this.exists(asObject(resource)))
      .map(([logicalId]) => logicalId);
  }

  exists(declaration: JsonObject): boolean {
    const condition = asText(declaration['Condition']);
    return condition === undefined || this.condition(condition);
  }

  describe(logicalId: string): string {
    const path = this.stack.paths.get(logicalId);
    const type = asText(asObject(asObject(this.stack.template['Resources'])[logicalId])['Type']) ?? 'no type';
    return `stack ${this.stack.name}, ${path ?? logicalId} (${path === undefined ? '' : `${logicalId}, `}${type})`;
  }

  resource(logicalId: string): Resource {
    const done = this.resolved.get(logicalId);
    if (done !== undefined) return done;
    const declaration = asObject(asObject(this.stack.template['Resources'])[logicalId]);
    const typeName = asText(declaration['Type']);
    if (typeName === undefined) throw new Error(`there is no resource ${logicalId} in stack ${this.stack.name}`);
    const type = Object.hasOwn(this.types, typeName) ? this.types[typeName] : undefined;
    if (type === undefined) throw new Error(`unsupported resource type ${typeName}`);
    if (this.underWay.has(logicalId)) throw new Error(`${logicalId} refers to itself`);
    this.underWay.add(logicalId);
    try {
      const properties = asObject(resolve(declaration['Properties'] ?? {}, this));
      const stack = this.stack.name;
      const generatedName = (maximum = 64): string => {
        const hash = createHash('sha256').update(`${stack}/${logicalId}`).digest('hex').slice(0, 12);
        return `${`${stack}-${logicalId}`.slice(0, maximum - 13)}-${hash}`;
      };
      const identity = type.identify({ stack, logicalId, properties, generatedName }, this.place);
      const path = this.stack.paths.get(logicalId) ?? `${stack}/${logicalId}`;
      const resource = {
        type: typeName,
        stack,
        logicalId,
        path,
        properties,
        ref: identity.ref,
        attributes: identity.attributes ?? {},
      };
      this.resolved.set(logicalId, resource);
      return resource;
    } finally {
      this.underWay.delete(logicalId);
    }
  }

  ref(name: string): Json {
    switch (name) {
      case 'AWS::Region':
        return this.place.region;
      case 'AWS::AccountId':
        return this.place.account;
      case 'AWS::Partition':
        return 'aws';
      case 'AWS::URLSuffix':
        return 'amazonaws.com';
      case 'AWS::StackName':
        return this.stack.name;
      case 'AWS::StackId':
        return `arn:aws:cloudformation:${this.place.region}:${this.place.account}:stack/${this.stack.name}/local`;
      default:
        return this.parameter(name) ?? this.resource(name).ref;
    }
  }

  private parameter(name: string): Json | undefined {
    const parameters = asObject(this.stack.template['Parameters']);
    if (!Object.hasOwn(parameters, name)) return undefined;
    const value = asObject(parameters[name])['Default'];
    if (value === undefined) throw new Error(`parameter ${name} has no default`);
    return value;
  }

  attribute(logicalId: string, attribute: string): Json {
    const { attributes, type } = this.resource(logicalId);
    const value = Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
    if (value === undefined) throw new Error(`attribute ${attribute} of ${logicalId} (${type}) is not supported`);
    return value;
  }

  importValue(exported: string): Json {
    return this.find({ exported });
  }

  stackOutput(stack: string, output: string): Json {
    return this.find({ stack, output });
  }

  condition(name: string): boolean {
    const conditions = asObject(this.stack.template['Conditions']);
    if (!Object.hasOwn(conditions, name)) throw new Error(`there is no condition ${name} in stack ${this.stack.name}`);
    return resolve(conditions[name] ?? null, this) === true;
  }
}
