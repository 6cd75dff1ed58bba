import { NoUsername, Username } from '../../ui/username.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { Words, useWords } from '../../words/words-provider.tsx';
import { useRemoveBlock } from '../change-queries.ts';
import type { ChangeProps } from './change-props.ts';
import { EditDialog } from './edit-dialog.tsx';
import { Follows } from './follows.tsx';

/** Asks before a block ends. It can be undone for some minutes; orders that come meanwhile stay. */
export function RemoveDialog({
  current,
  onRead,
  onClose,
  onRemoved,
}: ChangeProps & { readonly onRemoved: () => void }) {
  const { t } = useWords();
  const say = useToasts();
  const { buyerId, username, scope, coverage } = current.block;
  const write = useRemoveBlock(buyerId, () => {
    say({ text: t('blockList.change.removeDone') });
    onRemoved();
  });
  const name = username === undefined ? <NoUsername /> : <Username of={username} />;
  const linked = scope === 'linked_user_ids' ? coverage.total - 1 : 0;
  return (
    <EditDialog
      title={<Words of="blockList.change.removeTitle" with={{ username: name }} />}
      action={t('blockList.change.removeAction')}
      actionAnyway={t('blockList.conflict.removeAnyway')}
      isDanger
      current={current}
      write={write}
      canSave
      onSave={(etag) => write.mutate({ etag })}
      onConflict={onRead}
      onClose={onClose}
    >
      <Follows>
        <p>{t('blockList.change.removeFollows', { linked })}</p>
        <p>{t('blockList.change.removePlace')}</p>
        <p>{t('standing.undo.before')}</p>
        <p>{t('blockList.change.removeQuiet')}</p>
      </Follows>
    </EditDialog>
  );
}
