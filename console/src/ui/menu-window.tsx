import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { MenuChoice, MenuWindowProps } from './menu.tsx';
import css from './menu.module.css';

/** The menu itself. It loads when one is first wanted: see menu.tsx. */
export function MenuWindow({ label, trigger, choices, chosen, isOpen, onOpenChange }: MenuWindowProps) {
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
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
