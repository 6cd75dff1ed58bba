import type { ReactNode } from 'react';
import { ByWhom } from '../by-whom.tsx';
import { useShop } from '../../session/shop-provider.tsx';
import { Callout } from '../../ui/callout.tsx';
import { remainingUntil } from '../../ui/countdown-rules.ts';
import { NoUsername, Username } from '../../ui/username.tsx';
import { useNowUntil } from '../../ui/use-now.ts';
import { Words, useWords } from '../../words/words-provider.tsx';
import type { Removal } from './removal-rules.ts';
import { UndoButton } from './undo-button.tsx';
import css from './undo-notice.module.css';

interface UndoNoticeProps {
  readonly of: Removal;
  readonly username?: string | undefined;
}

/** That a block was removed a short time ago, and the way back while there is one. */
export function UndoNotice({ of: { buyerId, blockId, by, restorableUntil }, username }: UndoNoticeProps): ReactNode {
  const { t } = useWords();
  const { mayAct } = useShop();
  const until = Date.parse(restorableUntil);
  const now = useNowUntil(until);
  if (now >= until) return null;
  const { pressure: _pressure, ...left } = remainingUntil(until, now);
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
        {t(mayAct ? 'standing.undo.text' : 'standing.undo.viewer')}{' '}
        <span className={css.left}>{t('ui.countdown.minutes', left)}</span>
      </p>
    </Callout>
  );
}
