import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, ProgressBar } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
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
      {rest.isPending ? <Spinner /> : Icon && <Icon size={16} aria-hidden />}
      {children}
    </AriaButton>
  );
}

/** React Aria announces it by its label: without one there would be a picture without a name. */
function Spinner() {
  const { t } = useWords();
  return <ProgressBar className={css.spinner} isIndeterminate aria-label={t('ui.loading')} />;
}
