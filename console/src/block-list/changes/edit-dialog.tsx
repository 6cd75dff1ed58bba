import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { ProblemCallout } from '../../api/problem-callout.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Stack } from '../../ui/stack.tsx';
import { useWords } from '../../words/words-provider.tsx';
import { isConflict } from '../change-queries.ts';
import type { TaggedBlock } from '../queries.ts';
import { Conflict } from './conflict.tsx';

interface EditDialogProps {
  readonly title: ReactNode;
  /** The verb of the button. */
  readonly action: string;
  /** The verb, once somebody else has changed the block. */
  readonly actionAnyway?: string;
  readonly isDanger?: boolean;
  readonly current: TaggedBlock;
  readonly write: { readonly isPending: boolean; readonly error: unknown };
  readonly canSave: boolean;
  /** With the tag of the state that the person sees. */
  readonly onSave: (etag: string) => void;
  /** Reads the block again. */
  readonly onConflict: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Changes a block as it was shown when this opened. If somebody else was first, it shows that beside one's own, and asks. */
export function EditDialog(props: EditDialogProps) {
  const { title, action, actionAnyway, isDanger = false, current, write, canSave, onSave, onConflict, onClose } = props;
  const { t } = useWords();
  const [opened] = useState(current);
  const isOld = opened.etag !== current.etag && !isSameState(opened, current);
  const wasRefused = isConflict(write.error);
  useEffect(() => {
    if (wasRefused) onConflict();
    // Once for each refusal.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [write.error]);
  const save = (): void => onSave(isOld ? current.etag : opened.etag);
  const actions = (
    <>
      <Button onPress={onClose}>{t(isOld ? 'blockList.conflict.theirs' : 'ui.cancel')}</Button>
      <Button
        look={isDanger ? 'danger' : 'primary'}
        isPending={write.isPending}
        isDisabled={!canSave || (wasRefused && !isOld)}
        onPress={save}
      >
        {isOld ? (actionAnyway ?? t('blockList.conflict.mine')) : action}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen onClose={onClose} isAlert={isDanger} actions={actions}>
      <Stack>
        {isOld && <Conflict before={opened.block} after={current.block} />}
        {props.children}
        {Boolean(write.error) && !wasRefused && <ProblemCallout error={write.error} />}
      </Stack>
    </Dialog>
  );
}

/** Coverage changes the tag, and nothing that anybody wrote. */
function isSameState({ block: one }: TaggedBlock, { block: other }: TaggedBlock): boolean {
  return one.blockId === other.blockId && one.revision === other.revision;
}
