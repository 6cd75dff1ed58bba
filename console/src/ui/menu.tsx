import type { LucideIcon } from 'lucide-react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ReactElement, ReactNode } from 'react';
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

interface MenuProps {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly choices: readonly MenuChoice[];
  /** The one that holds now, in a menu that chooses among states. */
  readonly chosen?: string;
}

export function Menu({ label, trigger, choices, chosen }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={css.popover} placement="bottom end" offset={4}>
        <AriaMenu
          className={css.menu}
          aria-label={label}
          {...(chosen !== undefined && { selectionMode: 'single' as const, selectedKeys: [chosen] })}
        >
          {choices.map((choice) => (
            <Choice key={choice.id} {...choice} />
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Choice({ id, label, note, icon: Icon, onAction, href }: MenuChoice) {
  return (
    <MenuItem
      id={id}
      className={css.item}
      textValue={typeof label === 'string' ? label : id}
      {...(onAction && { onAction })}
      {...(href !== undefined && { href })}
    >
      {Icon && <Icon size={16} aria-hidden />}
      <span className={css.words}>
        {label}
        {note !== undefined && <span className={css.note}>{note}</span>}
      </span>
    </MenuItem>
  );
}
