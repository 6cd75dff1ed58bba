import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asList, asObject, asText, isJsonObject } from './json.ts';
import type { JsonObject } from './json.ts';

/** One stack of a cloud assembly, unresolved. */
export interface StackTemplate {
  /** As CloudFormation will name it; exports and physical names build on it. */
  readonly name: string;
  readonly template: JsonObject;
  /** Logical ID → CDK path, so that messages speak of constructs rather than of hashes. */
  readonly paths: ReadonlyMap<string, string>;
  /** Object key in the bootstrap bucket → absolute path of the asset. */
  readonly assets: ReadonlyMap<string, string>;
}

/**
 * Reads a cloud assembly (`cdk.out`): its manifest and the templates that it names, producers before consumers.
 * Throws when the folder holds no assembly, or one with nested assemblies (stages), which no part of this app uses.
 */
export function readCloudAssembly(directory: string): readonly StackTemplate[] {
  const manifestPath = join(directory, 'manifest.json');
  if (!existsSync(manifestPath)) throw new Error(`no cloud assembly in ${directory}: manifest.json is missing`);
  const artifacts = asObject(readJson(manifestPath)['artifacts']);
  const ordered: StackTemplate[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const artifact = asObject(artifacts[id]);
    for (const dependency of asList(artifact['dependencies'])) visit(String(dependency));
    if (artifact['type'] === 'cdk:cloud-assembly')
      throw new Error(`cloud assembly ${directory}: nested assembly ${id} is not supported`);
    if (artifact['type'] === 'aws:cloudformation:stack') ordered.push(readStack(directory, id, artifact));
  };
  for (const id of Object.keys(artifacts)) visit(id);
  return ordered;
}

function readStack(directory: string, id: string, artifact: JsonObject): StackTemplate {
  const properties = asObject(artifact['properties']);
  const file = asText(properties['templateFile']);
  if (file === undefined) throw new Error(`cloud assembly ${directory}: stack ${id} names no template file`);
  const metadataFile = asText(artifact['additionalMetadataFile']);
  const metadata =
    metadataFile === undefined ? asObject(artifact['metadata']) : readJson(join(directory, metadataFile));
  const assetFile = join(directory, `${id}.assets.json`);
  return {
    name: asText(properties['stackName']) ?? id,
    template: readJson(join(directory, file)),
    paths: readPaths(metadata),
    assets: existsSync(assetFile) ? readAssets(directory, readJson(assetFile)) : new Map(),
  };
}

function readPaths(metadata: JsonObject): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const [path, entries] of Object.entries(metadata)) {
    for (const entry of asList(entries)) {
      const logicalId = asObject(entry)['type'] === 'aws:cdk:logicalId' ? asText(asObject(entry)['data']) : undefined;
      // A default child says nothing that its parent does not say.
      if (logicalId !== undefined) paths.set(logicalId, path.replace(/^\//, '').replace(/\/(Resource|Default)$/, ''));
    }
  }
  return paths;
}

function readAssets(directory: string, manifest: JsonObject): ReadonlyMap<string, string> {
  const assets = new Map<string, string>();
  for (const file of Object.values(asObject(manifest['files']))) {
    const path = asText(asObject(asObject(file)['source'])['path']);
    if (path === undefined) continue;
    for (const destination of Object.values(asObject(asObject(file)['destinations']))) {
      const key = asText(asObject(destination)['objectKey']);
      if (key !== undefined) assets.set(key, join(directory, path));
    }
  }
  return assets;
}

function readJson(path: string): JsonObject {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isJsonObject(value)) throw new Error(`${path} does not hold a JSON object`);
  return value;
}
