import { collectPermissions } from '../access/permission-rules.ts';
import type { PermissionRules } from '../access/permission-rules.ts';
import type { Service } from '../service.ts';
import { createCatalog } from './catalog.ts';
import { readCloudAssembly } from './cloud-assembly.ts';
import { createReferences } from './references.ts';
import { resolveAssembly } from './resolve-assembly.ts';
import type { Account, Place, ResourceTypes } from './resource.ts';

/** What an assembly holds beside the services' parts. */
export interface LoadedAssembly extends Account {
  readonly permissions: PermissionRules;
  /** Outputs of all stacks by name. */
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * Reads all stacks of a cloud assembly (`cdk.out`) into one resolved model, which holds each service's part.
 * Nothing is skipped: a resource type, property, value or intrinsic function that no service knows is an error, and one error
 * holds them all, each by stack, path, type and property.
 */
export function loadAssembly(services: readonly Service[], directory: string, place: Place): LoadedAssembly {
  const stacks = readCloudAssembly(directory);
  const types: ResourceTypes = Object.assign({}, ...services.map(({ resourceTypes }) => resourceTypes));
  const resolved = resolveAssembly(stacks, types, place);
  const catalog = createCatalog(resolved.resources);
  const { account, region } = place;
  const template = Object.assign({}, ...services.map((service) => service.read(catalog, { stacks, place }))) as object;
  const permissions = collectPermissions(services, template);
  const deployment = { account, region, permissions, outputs: resolved.outputs, ...template };
  const references = createReferences(resolved.resources);
  // After a resource failed to load, those that refer to it would only repeat the news.
  const broken =
    catalog.problems.length > 0 ? [] : services.flatMap((service) => service.check?.(deployment, references) ?? []);
  const problems = [...resolved.problems, ...catalog.problems, ...broken];
  if (problems.length > 0) {
    const lines = problems.map((problem) => `  - ${problem}`).join('\n');
    throw new Error(`the cloud assembly holds what the local runtime does not know:\n${lines}`);
  }
  return deployment;
}
