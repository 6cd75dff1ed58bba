import { invalid } from '../kernel/errors.ts';
import { mostMemberChanges } from './member-rules.ts';
import type { MemberChanges } from './member-rules.ts';

/**
 * @throws AppError `validation_failed` when more members change than one transaction holds.
 */
export function assertFitsOneWrite({ put, removed }: MemberChanges): void {
  const changed = put.length + removed.length;
  if (changed <= mostMemberChanges) return;
  const message = `would change ${changed} members; one request changes ${mostMemberChanges} at most`;
  throw invalid([{ path: 'members', message }]);
}
