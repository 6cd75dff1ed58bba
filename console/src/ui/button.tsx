import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components';
import type { ReactNode } from 'react';
import css from './button.module.css';
import { classNames } from './class-names.ts';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** `primary` for the one thing to do; `danger` for what takes something away. */
  readonly look?: ButtonLook;
  readonly icon?: LucideIcon;
  /** A verb. Without it the button is its icon alone, and needs an `aria-label`. */
  readonly children?: ReactNode;
  readonly isSmall?: boolean;
}

export function Button({ look = 'secondary', icon: Icon, children, isSmall = false, ...rest }: ButtonProps) {
  const isIconOnly = children === undefined;
  return (
    <AriaButton
      {...rest}
      className={classNames(css.button, css[look], isSmall && css.small, isIconOnly && css.iconOnly)}
    >
      {rest.isPending ? <span className={css.spinner} aria-hidden /> : Icon && <Icon size={16} aria-hidden />}
      {children}
    </AriaButton>
  );
}
