import { Link as AriaLink } from 'react-aria-components';
import type { LinkProps as AriaLinkProps } from 'react-aria-components';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import buttonCss from './button.module.css';
import type { ButtonLook } from './button.tsx';
import { classNames } from './class-names.ts';
import css from './link.module.css';

export interface LinkProps extends Omit<AriaLinkProps, 'className' | 'style' | 'children'> {
  readonly href: string;
  readonly children: ReactNode;
  /** `inline`: amid a sentence, where colour alone would not tell it. */
  readonly look?: 'text' | 'plain' | 'inline';
}

/** Goes to another page of the console, without loading it anew; or out of it, with a full address. */
export function Link({ look = 'text', children, ...rest }: LinkProps) {
  return (
    <AriaLink {...rest} className={classNames(css.link, css[look])}>
      {children}
    </AriaLink>
  );
}

/**
 * Goes to another page; the whole row or card around it opens with it. Of these a list draws many while it scrolls, so it is
 * the browser's own, which costs a tenth.
 */
export function RowLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <RouterLink to={href} className={classNames(css.link, css.row)}>
      {children}
    </RouterLink>
  );
}

/** A link that looks like a button: where the thing to do is to go somewhere. */
export function ButtonLink({ look = 'secondary', children, ...rest }: Omit<LinkProps, 'look'> & { look?: ButtonLook }) {
  return (
    <AriaLink {...rest} className={classNames(buttonCss.button, buttonCss[look])}>
      {children}
    </AriaLink>
  );
}
