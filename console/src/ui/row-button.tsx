import type { LucideIcon } from 'lucide-react';
import css from './button.module.css';
import { classNames } from './class-names.ts';
import rowCss from './row-button.module.css';

interface RowButtonProps {
  /** A verb. With an icon it is heard, not seen. */
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly hasMenu?: boolean;
  /** With the button, at which a menu can stand. */
  readonly onPress: (button: HTMLElement) => void;
}

/** A button of a row. Of these a list draws many while it scrolls, so it is the browser's own. */
export function RowButton({ label, icon: Icon, hasMenu = false, onPress }: RowButtonProps) {
  const look = Icon ? [css.quiet, css.iconOnly] : [css.secondary];
  return (
    <button
      type="button"
      className={classNames(css.button, css.small, rowCss.button, ...look)}
      aria-label={Icon && label}
      aria-haspopup={hasMenu ? 'menu' : undefined}
      onClick={({ currentTarget }) => onPress(currentTarget)}
    >
      {Icon ? <Icon size={16} aria-hidden /> : label}
    </button>
  );
}
