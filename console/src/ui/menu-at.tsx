import { Menu, MenuItem, Popover } from 'react-aria-components';
import type { MenuChoice } from './menu.tsx';
import css from './menu.module.css';

interface MenuAtProps {
  readonly label: string;
  /** What was pressed: the menu stands at it, and gives the focus back to it. */
  readonly at: HTMLElement;
  readonly choices: readonly MenuChoice[];
  readonly onClose: () => void;
}

/** One menu for the buttons of many rows: a row then has a button, and no menu of its own. */
export function MenuAt({ label, at, choices, onClose }: MenuAtProps) {
  return (
    <Popover
      className={css.popover}
      aria-label={label}
      placement="bottom end"
      offset={4}
      triggerRef={{ current: at }}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {/* A menu that opens takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <Menu className={css.menu} aria-label={label} autoFocus="first" onClose={onClose}>
        {choices.map(({ id, label: text, onAction }) => (
          <MenuItem
            key={id}
            id={id}
            className={css.item}
            textValue={typeof text === 'string' ? text : id}
            {...(onAction && { onAction })}
          >
            <span className={css.words}>{text}</span>
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
