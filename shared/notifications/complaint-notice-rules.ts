import type { Access } from '../access/rules.ts';
import type { Complaint } from '../complaints/rules.ts';
import { composeMessage } from './message-part-rules.ts';
import type { Message } from './message-rules.ts';

/**
 * Whether the decision still holds for the shop: one that was overtaken by another change of the access would be wrong, and
 * that change has a message of its own.
 */
export function isStillDecided({ state }: Pick<Complaint, 'state'>, access: Access | undefined): access is Access {
  return access?.state === (state === 'upheld' ? 'active' : 'terminated');
}

/** What a shop is told when its complaint is decided, with the words of ops for it; nothing of what the shop wrote. */
export function composeComplaintNotice(
  { shopId, state, answer }: Pick<Complaint, 'shopId' | 'state' | 'answer'>,
  consoleUrl: string | undefined,
): Message {
  const quoted = answer === undefined ? [] : [{ quote: answer }];
  if (state === 'upheld')
    return composeMessage(`Your shop ${shopId} has Seller Security Center again`, [
      { line: `Your complaint was upheld: your shop ${shopId} has Seller Security Center again.` },
      ...quoted,
      { line: 'Blocks that have not expired count again, and alerts are raised again.' },
      { lead: 'You find them', consoleUrl },
    ]);
  return composeMessage(`Your complaint about the end of Seller Security Center for your shop ${shopId} was rejected`, [
    { line: `Your complaint was rejected: your shop ${shopId} does not get Seller Security Center back.` },
    ...quoted,
    { lead: 'You can read this again', consoleUrl },
  ]);
}
