import { BlockFacts } from '../block-list/block-facts.tsx';
import { useBlock } from '../block-list/queries.ts';
import { useShop } from '../session/shop-provider.tsx';
import { Callout } from '../ui/callout.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';

/** Somebody of the shop was first: what they chose, and where it can be changed. */
export function AlreadyBlocked({ buyerId }: { readonly buyerId: string }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const block = useBlock(buyerId).data?.block;
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
      {block && <BlockFacts of={block} />}
    </Stack>
  );
}
