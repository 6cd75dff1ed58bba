import { createHash } from 'node:crypto';
import type { EntityVersion } from '../kernel/entity-version.ts';
import { AppError } from '../kernel/errors.ts';

/** What `If-Match` or `If-None-Match` holds: any state that there is, or one of these. */
export type EntityTags = '*' | readonly string[];

const tag = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
/** A list may hold empty elements (RFC 9110, 5.6.1). */
const list = new RegExp(String.raw`^[ \t,]*${tag}(?:[ \t]*,[ \t,]*${tag})*[ \t,]*$`);

/** The tags of a header; `undefined` for what is no list of them. */
export function parseEntityTags(header: string): EntityTags | undefined {
  if (header.trim() === '*') return '*';
  return list.test(header) ? (header.match(new RegExp(tag, 'g')) ?? []) : undefined;
}

/**
 * The tag of an object as it is shown. The digest is for readers, who are to learn of changes that have no revision,
 * such as a coverage that grows; it is nothing that a writer should be refused for.
 */
export function entityTag({ id, revision }: EntityVersion, shown: string): string {
  const digest = createHash('sha256').update(shown).digest('base64url').slice(0, 16);
  return `"${id}.${revision}.${digest}"`;
}

/** For readers: whether one of the tags is this one. A cache in between may have made it a weak one. */
export function includesTag(tags: EntityTags, own: string): boolean {
  return tags === '*' || tags.some((one) => strong(one) === own);
}

/**
 * For writers, by ID and revision alone. IDs hold no dot, so that no other version begins like this one.
 *
 * @param version of the object as the write will find it; an absent one is the route's own to refuse.
 * @throws AppError `precondition_failed` with the present `revision`.
 */
export function assertCurrent(tags: EntityTags | undefined, version: EntityVersion | undefined): void {
  if (tags === undefined || tags === '*' || version === undefined) return;
  const beginning = `"${version.id}.${version.revision}.`;
  if (tags.some((one) => strong(one).startsWith(beginning))) return;
  throw new AppError('precondition_failed', 'It has changed since the state that If-Match names: read it again.', {
    revision: version.revision,
  });
}

function strong(one: string): string {
  return one.startsWith('W/') ? one.slice(2) : one;
}
