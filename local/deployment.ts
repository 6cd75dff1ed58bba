import { loadAssembly } from './core/assembly/load-assembly.ts';
import type { LoadedAssembly } from './core/assembly/load-assembly.ts';
import type { Place } from './core/assembly/resource.ts';
import type { TemplateOf } from './core/service.ts';
import { services } from './service-list.ts';

/**
 * What the cloud assembly holds, resolved: every intrinsic replaced, every name and ARN final.
 * The local runtime works from this and never from a template, so that whatever it does not
 * know has already stopped the start by name.
 */
export type Deployment = LoadedAssembly & TemplateOf<typeof services>;

/** Reads a cloud assembly; see `loadAssembly` for what it refuses. */
export function loadDeployment(cloudAssemblyDirectory: string, place: Place): Deployment {
  return loadAssembly(services, cloudAssemblyDirectory, place) as Deployment;
}
