import { Info } from 'lucide-react';
import { cloneElement, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { HTMLAttributes, PointerEvent, ReactElement, ReactNode, RefAttributes, RefObject } from 'react';
import { placeOf } from './tooltip-rules.ts';
import css from './tooltip.module.css';

type Explained = ReactElement<HTMLAttributes<HTMLElement> & RefAttributes<HTMLElement>>;

interface TooltipProps {
  readonly text: ReactNode;
  /** What it explains, an element that can have the focus; without it an (i) stands there. */
  readonly children?: Explained;
  readonly isShort?: boolean;
}

/** An explanation, on hover and on focus. Never the only place where something can be learned on a phone: touching shows it, too. */
export function Tooltip({ text, children, isShort = false }: TooltipProps) {
  const explained = children ?? (
    <button type="button" className={css.info} aria-label={typeof text === 'string' ? text : undefined}>
      <Info size={14} aria-hidden />
    </button>
  );
  return (
    <TooltipText text={text} delay={isShort ? 100 : 400}>
      {explained}
    </TooltipText>
  );
}

interface TooltipTextProps {
  readonly text: ReactNode;
  readonly children: Explained;
  /** Milliseconds of hovering. */
  readonly delay?: number;
}

/**
 * The same, of an element that needs `tabIndex={0}` where it is none that takes the focus by itself. A list has hundreds of
 * them: nothing is made of one before it is wanted.
 */
export function TooltipText({ text, children, delay = 400 }: TooltipTextProps) {
  const id = useId();
  const trigger = useRef<HTMLElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isOpen, setIsOpen] = useState(false);
  const change = (open: boolean, after = 0): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsOpen(open), after);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!isOpen) return undefined;
    const close = (event: Event): void => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !trigger.current?.contains(event.target as Node))
        setIsOpen(false);
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    const hide = (): void => setIsOpen(false);
    window.addEventListener('scroll', hide, { capture: true, passive: true });
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
      window.removeEventListener('scroll', hide, { capture: true });
    };
  }, [isOpen]);
  return (
    <>
      {cloneElement(children, {
        ref: trigger,
        'aria-describedby': isOpen ? id : undefined,
        onPointerEnter: ({ pointerType }: PointerEvent) => pointerType !== 'touch' && change(true, delay),
        onPointerLeave: ({ pointerType }: PointerEvent) => pointerType !== 'touch' && change(false, 100),
        onClick: () => change(true),
        onFocus: ({ currentTarget }) => currentTarget.matches(':focus-visible') && change(true),
        onBlur: () => change(false),
      })}
      {isOpen && (
        <Tip id={id} of={trigger}>
          {text}
        </Tip>
      )}
    </>
  );
}

/** In the browser's top layer: above dialogs, too. */
function Tip({
  id,
  of,
  children,
}: {
  readonly id: string;
  readonly of: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}) {
  const tip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = tip.current;
    if (!shown || !of.current) return;
    shown.showPopover();
    const { left, top } = placeOf(
      of.current.getBoundingClientRect(),
      shown.getBoundingClientRect(),
      document.documentElement.clientWidth,
    );
    shown.style.left = `${left}px`;
    shown.style.top = `${top}px`;
  });
  return (
    <div ref={tip} id={id} className={css.tooltip} role="tooltip" popover="manual">
      {children}
    </div>
  );
}
