import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';

export interface DialogProps {
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

const DialogWindow = lazy(async () => ({ default: (await import('./dialog-window.tsx')).DialogWindow }));

/** Above the page, which waits. On a phone it comes from below, where the thumb is. */
export function Dialog(props: DialogProps) {
  const [wasOpen, setWasOpen] = useState(props.isOpen);
  if (props.isOpen && !wasOpen) setWasOpen(true);
  // What draws it is no part of the first page.
  if (!wasOpen) return undefined;
  return (
    <Suspense>
      <DialogWindow {...props} />
    </Suspense>
  );
}
