import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

interface ConfirmDialogProps {
  readonly title: ReactNode;
  /** What will be so afterwards, and whether it can be undone. */
  readonly children: ReactNode;
  /** The same verb as in the title. */
  readonly action: string;
  readonly isDanger?: boolean;
  readonly isOpen: boolean;
  readonly isPending?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before what cannot be taken back. What can be undone needs no question. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useWords();
  const { title, children, action, isDanger = false, isOpen, isPending = false, onConfirm, onClose } = props;
  const actions = (
    <>
      <Button onPress={onClose}>{t('ui.cancel')}</Button>
      <Button look={isDanger ? 'danger' : 'primary'} isPending={isPending} onPress={onConfirm}>
        {action}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} size="small" isAlert actions={actions}>
      {children}
    </Dialog>
  );
}
