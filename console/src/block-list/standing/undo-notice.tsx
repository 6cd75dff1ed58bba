import type { ReactNode } from 'react';
import { ByWhom } from '../by-whom.tsx';
import { useShop } from '../../session/shop-provider.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { NoUsername, Username } from '../../ui/username.tsx';
import { useNowUntil } from '../../ui/use-now.ts';
import { Words, useWords } from '../../words/words-provider.tsx';
import type { Removal } from './removal-rules.ts';
import { UndoButton } from './undo-button.tsx';

interface UndoNoticeProps {
  readonly of: Removal;
  readonly username?: string | undefined;
}

/** That a block was removed a short time ago, and the way back while there is one. */
export function UndoNotice({ of: { buyerId, blockId, by, restorableUntil }, username }: UndoNoticeProps): ReactNode {
  const { t } = useWords();
  const { mayAct } = useShop();
  const until = Date.parse(restorableUntil);
  if (useNowUntil(until) >= until) return null;
  return (
    <Callout
      title={
        <Words
          of="standing.undo.title"
          with={{
            who: <ByWhom subject={by ?? ''} />,
            buyer: username === undefined ? <NoUsername /> : <Username of={username} />,
          }}
        />
      }
      action={mayAct && <UndoButton buyerId={buyerId} blockId={blockId} />}
    >
      <p>
        {t(mayAct ? 'standing.undo.text' : 'standing.undo.viewer')} <Countdown until={restorableUntil} />
      </p>
    </Callout>
  );
}
