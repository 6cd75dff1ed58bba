import { Info } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button, Focusable, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import css from './tooltip.module.css';

interface TooltipProps {
  readonly text: ReactNode;
  /** What it explains, which must be able to have the focus; without it an (i) stands there. */
  readonly children?: ReactElement;
  readonly isShort?: boolean;
}

/** An explanation, on hover and on focus. Never the only place where something can be learned on a phone: pressing an (i) shows it, too. */
export function Tooltip({ text, children, isShort = false }: TooltipProps) {
  return (
    <TooltipTrigger delay={isShort ? 100 : 400} closeDelay={100}>
      {children === undefined ? (
        <Button className={css.info} aria-label={typeof text === 'string' ? text : undefined}>
          <Info size={14} aria-hidden />
        </Button>
      ) : (
        children
      )}
      <AriaTooltip className={css.tooltip} offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

/** Makes a text a stop of the keyboard, so that its tooltip can be read without a pointer. */
export function TooltipText({ text, children }: { readonly text: ReactNode; readonly children: ReactElement }) {
  return (
    <Tooltip text={text}>
      <Focusable>{children as ReactElement<Record<string, unknown>, string>}</Focusable>
    </Tooltip>
  );
}
