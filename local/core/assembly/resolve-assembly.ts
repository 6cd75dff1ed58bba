import type { StackTemplate } from './cloud-assembly.ts';
import { resolve } from './intrinsics.ts';
import { asObject } from './json.ts';
import type { Json } from './json.ts';
import { findPropertyProblems } from './property-rules.ts';
import type { Place, Resource, ResourceTypes } from './resource.ts';
import { StackScope } from './stack-scope.ts';
import type { Find } from './stack-scope.ts';

export interface ResolvedAssembly {
  readonly resources: readonly Resource[];
  /** Outputs of all stacks by their logical ID. */
  readonly outputs: Readonly<Record<string, string>>;
  /** One line for everything that is not supported, each naming stack, path, type and property. */
  readonly problems: readonly string[];
}

/** Resolves every resource and output of an assembly, as one deployment of all its stacks would. */
export function resolveAssembly(
  stacks: readonly StackTemplate[],
  types: ResourceTypes,
  place: Place,
): ResolvedAssembly {
  const scopes = new Map(
    stacks.map((stack) => [stack.name, new StackScope(stack, types, place, (name: Parameters<Find>[0]) => find(name))]),
  );
  const exports = new Map<string, { scope: StackScope; value: Json }>();
  for (const scope of scopes.values()) {
    for (const output of Object.values(scope.outputs)) {
      const name = asObject(asObject(output)['Export'])['Name'];
      if (name !== undefined)
        exports.set(String(resolve(name, scope)), { scope, value: asObject(output)['Value'] ?? null });
    }
  }
  const find: Find = (name) => {
    if ('exported' in name) {
      const exported = exports.get(name.exported);
      if (exported === undefined) throw new Error(`no stack exports ${name.exported}`);
      return resolve(exported.value, exported.scope);
    }
    const scope = scopes.get(name.stack);
    const output = scope?.outputs[name.output];
    if (scope === undefined || output === undefined)
      throw new Error(`there is no output ${name.output} of stack ${name.stack}`);
    return resolve(asObject(output)['Value'] ?? null, scope);
  };

  const problems: string[] = [];
  const resources: Resource[] = [];
  const outputs: Record<string, string> = {};
  for (const scope of scopes.values()) {
    for (const logicalId of scope.logicalIds) {
      try {
        const resource = scope.resource(logicalId);
        resources.push(resource);
        for (const { property, problem } of findPropertyProblems(
          resource.properties,
          types[resource.type]?.rules ?? {},
        )) {
          problems.push(`${scope.describe(logicalId)}: property ${property}: ${problem}`);
        }
      } catch (error) {
        problems.push(`${scope.describe(logicalId)}: ${(error as Error).message}`);
      }
    }
    for (const [id, output] of Object.entries(scope.outputs)) {
      try {
        if (scope.exists(asObject(output))) outputs[id] = String(resolve(asObject(output)['Value'] ?? null, scope));
      } catch (error) {
        problems.push(`stack ${scope.stack.name}, output ${id}: ${(error as Error).message}`);
      }
    }
  }
  // A resource that cannot be resolved spoils each that refers to it, in the same words.
  return { resources, outputs, problems: [...new Set(problems)] };
}
