import { useEffect } from 'react';
import { useBlock } from '../block-list/queries.ts';
import { useSessionState } from '../session/session-provider.tsx';
import { isOwnBlock } from './step-rules.ts';
import type { BlockDraft } from './step-rules.ts';

interface SentProps {
  readonly buyerId: string;
  readonly draft: BlockDraft;
  readonly onOwn: () => void;
}

/** The answer to a block that was sent is missing, or late; the block is there: goes on as if it had come. */
export function Sent({ buyerId, draft, onOwn }: SentProps) {
  const session = useSessionState();
  const block = useBlock(buyerId).data?.block;
  const isOwn = block !== undefined && 'claims' in session && isOwnBlock(draft, block, session.claims.subject);
  useEffect(() => {
    if (isOwn) onOwn();
    // Once: it leads away from here.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isOwn]);
  return undefined;
}
