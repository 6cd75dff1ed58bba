import { X } from 'lucide-react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../words/words-provider.tsx';
import { Button } from './button.tsx';
import type { DialogProps } from './dialog.tsx';
import css from './dialog.module.css';
import { classNames } from './class-names.ts';

/** A dialog itself. It loads when one is first wanted: see dialog.tsx. */
export function DialogWindow(props: DialogProps) {
  const { title, isOpen, onClose, size = 'medium', isAlert = false, actions, children } = props;
  const { t } = useWords();
  return (
    <ModalOverlay
      className={css.scrim}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isAlert}
    >
      <Modal className={classNames(css.modal, css[size])}>
        <AriaDialog className={css.dialog} role={isAlert ? 'alertdialog' : 'dialog'}>
          <header className={css.header}>
            <Heading slot="title" className={css.title}>
              {title}
            </Heading>
            {!isAlert && <Button look="quiet" icon={X} aria-label={t('ui.close')} onPress={onClose} />}
          </header>
          <div className={css.body}>{children}</div>
          {actions !== undefined && <footer className={css.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
