import { X } from 'lucide-react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { Button } from './button.tsx';
import css from './dialog.module.css';
import { classNames } from './class-names.ts';

interface DialogProps {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  /** Also by Escape and by a press outside, unless it must be answered. */
  readonly onClose: () => void;
  readonly size?: 'small' | 'medium' | 'large';
  readonly isAlert?: boolean;
  /** Buttons, the primary one last. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Above the page, which waits. On a phone it comes from below, where the thumb is. */
export function Dialog({ title, isOpen, onClose, size = 'medium', isAlert = false, actions, children }: DialogProps) {
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
