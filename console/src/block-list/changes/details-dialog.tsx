import { useShop } from '../../session/shop-provider.tsx';
import { useDraft } from '../../session/use-draft.ts';
import { useToasts } from '../../ui/toasts.tsx';
import { useWords } from '../../words/words-provider.tsx';
import { useChangeBlock } from '../change-queries.ts';
import { changeOf, detailsOf, detailsProblem, withTouched } from '../change-rules.ts';
import type { Details } from '../change-rules.ts';
import { NoteField, ReasonSelect } from '../reason-fields.tsx';
import type { ChangeProps } from './change-props.ts';
import { EditDialog } from './edit-dialog.tsx';
import { Follows } from './follows.tsx';

/** Reason and note. What is typed is kept over a reload, until it is saved or given up. */
export function DetailsDialog({ current, onRead, onClose }: ChangeProps) {
  const { t } = useWords();
  const { shopId } = useShop();
  const say = useToasts();
  const { block } = current;
  const draft = useDraft<Partial<Details>>(`block-details.${shopId}.${block.buyerId}`, {});
  const close = (): void => {
    draft.clear();
    onClose();
  };
  const write = useChangeBlock(block.buyerId, () => {
    say({ text: t('blockList.change.detailsDone') });
    close();
  });
  const mine = withTouched(detailsOf(block), draft.fields);
  const body = changeOf(detailsOf(block), mine);
  const problem = detailsProblem(mine);
  return (
    <EditDialog
      title={t('blockList.change.detailsTitle')}
      action={t('blockList.change.save')}
      current={current}
      write={write}
      canSave={body !== undefined && problem === undefined}
      onSave={(etag) => body && write.mutate({ etag, body })}
      onConflict={onRead}
      onClose={close}
    >
      <ReasonSelect value={mine.reason} onChange={(reason) => draft.change({ reason })} />
      <NoteField
        label={t('blockList.change.note')}
        value={mine.note}
        problem={problem}
        onChange={(note) => draft.change({ note })}
      />
      <Follows>{t(body === undefined ? 'blockList.change.nothing' : 'blockList.change.detailsFollows')}</Follows>
    </EditDialog>
  );
}
