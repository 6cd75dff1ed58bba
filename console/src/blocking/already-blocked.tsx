import { BlockFacts } from '../block-list/block-facts.tsx';
import { useBlock } from '../block-list/queries.ts';
import { useSessionState } from '../session/session-provider.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Callout } from '../ui/callout.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import { isOwnBlock } from './step-rules.ts';
import type { BlockDraft } from './step-rules.ts';

/** Somebody of the shop was first: what they chose, and where it can be changed. */
export function AlreadyBlocked({ buyerId, draft }: { readonly buyerId: string; readonly draft: BlockDraft }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const session = useSessionState();
  const block = useBlock(buyerId).data?.block;
  if (!block) return <LoadingState rows={3} />;
  // Another part of the page leads on.
  if ('claims' in session && isOwnBlock(draft, block, session.claims.subject)) return undefined;
  return (
    <Stack>
      <Callout
        title={t('blocking.already.title')}
        action={
          <ButtonLink look="primary" href={pathTo(`block-list/${buyerId}`)}>
            {t('blocking.already.open')}
          </ButtonLink>
        }
        isNews
      >
        {t('blocking.already.text')}
      </Callout>
      <BlockFacts of={block} />
    </Stack>
  );
}
