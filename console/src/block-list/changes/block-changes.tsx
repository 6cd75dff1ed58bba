import { useSearchParams } from 'react-router';
import { useShop } from '../../session/shop-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/words-provider.tsx';
import type { ChangeProps } from './change-props.ts';
import css from './block-changes.module.css';
import { DetailsDialog } from './details-dialog.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { ScopeDialog } from './scope-dialog.tsx';

const dialogs = { extend: ExtendDialog, details: DetailsDialog, scope: ScopeDialog } as const;
const changes = ['extend', 'details', 'scope'] as const;

type BlockChangesProps = Pick<ChangeProps, 'current' | 'onRead'> & { readonly onRemoved?: () => void };

/** All that can be done with a block. What is open stands in the address: a reload, also one to sign in again, comes back to it. */
export function BlockChanges({ current, onRead, onRemoved }: BlockChangesProps) {
  const { t } = useWords();
  const { mayAct } = useShop();
  const [search, setSearch] = useSearchParams();
  const open = (change?: string): void => {
    const next = new URLSearchParams(search);
    if (change === undefined) next.delete('change');
    else next.set('change', change);
    setSearch(next, { replace: true });
  };
  if (!mayAct) return <p className={css.viewer}>{t('blockList.change.viewer')}</p>;
  const isPermanent = current.block.expiresAt === undefined;
  const chosen = search.get('change');
  const Chosen = dialogs[changes.find((one) => one === chosen) ?? 'extend'];
  const props = { current, onRead, onClose: () => open() };
  return (
    <div className={css.actions}>
      {changes.map((change) => (
        <Button key={change} onPress={() => open(change)}>
          {t(change === 'extend' && isPermanent ? 'blockList.change.shorten' : `blockList.change.${change}`)}
        </Button>
      ))}
      <Button look="danger" onPress={() => open('remove')}>
        {t('blockList.change.remove')}
      </Button>
      {changes.some((one) => one === chosen) && <Chosen {...props} />}
      {chosen === 'remove' && <RemoveDialog {...props} onRemoved={onRemoved ?? (() => open())} />}
    </div>
  );
}
