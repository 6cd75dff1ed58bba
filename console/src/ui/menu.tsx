import type { LucideIcon } from 'lucide-react';
import { cloneElement, useId, useState } from 'react';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { ButtonProps } from './button.tsx';
import css from './menu.module.css';

export interface MenuChoice {
  readonly id: string;
  readonly label: ReactNode;
  /** What it does, in a few words. */
  readonly note?: ReactNode;
  readonly icon?: LucideIcon;
  readonly onAction?: () => void;
  readonly href?: string;
}

export interface MenuProps {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement<ButtonProps>;
  readonly choices: readonly MenuChoice[];
  /** The one that holds now, in a menu that chooses among states. */
  readonly chosen?: string;
}

export interface MenuWindowProps extends MenuProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

let loaded: ComponentType<MenuWindowProps> | undefined;

async function load(): Promise<void> {
  loaded = (await import('./menu-window.tsx')).MenuWindow;
}

/** A button with a list behind it. What draws the list is no part of the first page: it loads while one points at the button. */
export function Menu(props: MenuProps) {
  const { trigger } = props;
  const [isReal, setIsReal] = useState(loaded !== undefined);
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const show = (): void => {
    flushSync(() => setIsReal(true));
    // The button is another one now. The menu gives the focus back to what had it when it opened.
    document.getElementById(id)?.querySelector('button')?.focus();
    setIsOpen(true);
  };
  // What did not load is tried again by the next press.
  const open = (): void => void load().then(show, () => {});
  const Real = isReal ? loaded : undefined;
  const prepare = (): void => void load().catch(() => {});
  return (
    <span id={id} className={css.frame} onPointerEnter={prepare} onFocus={prepare}>
      {Real ? (
        <Real {...props} isOpen={isOpen} onOpenChange={setIsOpen} />
      ) : (
        cloneElement(trigger, { onPress: open, 'aria-haspopup': 'menu', 'aria-expanded': false })
      )}
    </span>
  );
}
