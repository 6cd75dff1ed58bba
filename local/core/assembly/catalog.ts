import type { Resource } from './resource.ts';

/** The resolved resources of an assembly, to be read into models type by type. */
export interface Catalog {
  ofType(type: string): readonly Resource[];
  /** Reads all of a type; one that throws becomes a problem that names it, and is left out. */
  read<T>(type: string, read: (resource: Resource) => T): readonly T[];
  readonly problems: readonly string[];
}

export function createCatalog(resources: readonly Resource[]): Catalog {
  const problems: string[] = [];
  const ofType = (type: string): readonly Resource[] => resources.filter((resource) => resource.type === type);
  return {
    problems,
    ofType,
    read: (type, read) =>
      ofType(type).flatMap((resource) => {
        try {
          return [read(resource)];
        } catch (error) {
          problems.push(
            `stack ${resource.stack}, ${resource.path} (${resource.logicalId}, ${type}): ${(error as Error).message}`,
          );
          return [];
        }
      }),
  };
}
