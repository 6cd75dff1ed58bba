import type { Buyer } from '../lookup/queries.ts';
import type { BlockDraft, Step } from './step-rules.ts';

/** What every step gets. */
export interface StepProps {
  readonly buyer: Buyer;
  readonly draft: BlockDraft;
  /** The one from which somebody came. */
  readonly alert: { readonly alertId: string; readonly buyerId: string } | undefined;
  readonly change: (some: Partial<BlockDraft>) => void;
  readonly go: (to: Step) => void;
}
