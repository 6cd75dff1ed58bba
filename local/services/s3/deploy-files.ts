import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { contentTypeOf } from './content-types.ts';
import type { BucketDeploymentModel, DeploymentSource } from './model.ts';

/** An object of a bucket. */
export interface StoredObject {
  readonly body: Buffer;
  readonly contentType: string;
  readonly cacheControl?: string;
  /** In quotes, as the header has it. */
  readonly etag: string;
}

/** What a deployment copies: key → object. Of two sources with one name the later counts. */
export function deployFiles({ sources, cacheControl }: BucketDeploymentModel): ReadonlyMap<string, StoredObject> {
  const objects = new Map<string, StoredObject>();
  for (const source of sources) {
    for (const [key, body] of filesOf(source)) {
      const etag = `"${createHash('md5').update(body).digest('hex')}"`;
      const contentType = contentTypeOf(key);
      objects.set(key, { body, contentType, etag, ...(cacheControl !== undefined && { cacheControl }) });
    }
  }
  return objects;
}

function filesOf({ directory, markers, escapesJson }: DeploymentSource): readonly (readonly [string, Buffer])[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(directory, file).replaceAll(sep, '/'), fill(readFileSync(file), markers, escapesJson)]);
}

/** Replaces bytes, whatever a file is: Latin-1 has a character for each byte. */
function fill(content: Buffer, markers: DeploymentSource['markers'], escapesJson: boolean): Buffer {
  const text = Object.entries(markers).reduce((filled, [marker, value]) => {
    const written = escapesJson ? JSON.stringify(value).slice(1, -1) : value;
    return filled.replaceAll(Buffer.from(marker).toString('latin1'), () => Buffer.from(written).toString('latin1'));
  }, content.toString('latin1'));
  return Buffer.from(text, 'latin1');
}
