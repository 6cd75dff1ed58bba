import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
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

export function Button({ look = 'secondary', icon: Icon, children, isSmall = false, ...props }: ButtonProps) {
  const isIconOnly = children === undefined;
  const { isPending = false, ...rest } = props;
  return (
    <AriaButton
      {...rest}
      {...(isPending && pending)}
      className={classNames(
        css.button,
        css[look],
        isSmall && css.small,
        isIconOnly && css.iconOnly,
        isPending && css.pending,
      )}
    >
      {isPending ? <Spinner /> : Icon && <Icon size={16} aria-hidden />}
      {children}
    </AriaButton>
  );
}

/**
 * It keeps the focus, and does nothing. Not by React Aria's own `isPending`: that announces the button by its ID, also once
 * the dialog around it has gone, and leaves a picture without a name behind.
 */
const pending = { onPress: undefined, type: 'button' } as const;

function Spinner() {
  const { t } = useWords();
  return (
    <>
      <span className={css.spinner} aria-hidden />
      <span className="sr-only" role="status">
        {t('ui.loading')}
      </span>
    </>
  );
}
