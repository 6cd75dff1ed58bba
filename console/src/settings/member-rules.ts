/** The most that the API takes of a person's ID. */
export const longestSubject = 255;
export const mostMembers = 100;

export interface ShownMember {
  readonly subject: string;
  readonly role: 'owner' | 'agent' | 'viewer';
}

export type MemberProblem = 'none' | 'tooLong' | 'already' | 'full';

/** Why a person cannot be added; the API judges the rest. */
export function memberProblem(subject: string, members: readonly ShownMember[]): MemberProblem | undefined {
  if (subject === '') return 'none';
  if (subject.length > longestSubject) return 'tooLong';
  if (members.some((member) => member.subject === subject)) return 'already';
  return members.length >= mostMembers ? 'full' : undefined;
}

export function withMember(members: readonly ShownMember[], member: ShownMember): ShownMember[] {
  return [...members.filter(({ subject }) => subject !== member.subject), member];
}

/** The same place in the list: a row does not move under the pointer. */
export function withRole(members: readonly ShownMember[], subject: string, role: ShownMember['role']): ShownMember[] {
  return members.map((member) => (member.subject === subject ? { subject, role } : member));
}

export function withoutMember(members: readonly ShownMember[], subject: string): ShownMember[] {
  return members.filter((member) => member.subject !== subject);
}
