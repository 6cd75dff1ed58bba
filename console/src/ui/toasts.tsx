import { CircleCheck, TriangleAlert, X } from 'lucide-react';
import { createContext, use, useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { stillShown, withoutToast, withToast } from './toast-list.ts';
import type { NewToast, Toast } from './toast-list.ts';
import css from './toasts.module.css';

const Context = createContext<(toast: NewToast) => void>(() => {});

/** `say({ text, action? })`: what was done, and its undo. */
export const useToasts = (): ((toast: NewToast) => void) => use(Context);

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const nextId = useRef(1);
  const isRead = useRef(false);
  const say = useCallback((toast: NewToast) => {
    const id = nextId.current++;
    setToasts((shown) => withToast(shown, toast, id, Date.now()));
  }, []);
  const isAny = toasts.length > 0;
  useEffect(() => {
    if (!isAny) return undefined;
    const timer = setInterval(() => !isRead.current && setToasts((shown) => stillShown(shown, Date.now())), 500);
    return () => clearInterval(timer);
  }, [isAny]);
  const reads = (value: boolean) => () => {
    isRead.current = value;
  };
  const close = (id: number): void => setToasts((shown) => withoutToast(shown, id));
  return (
    <Context value={say}>
      {children}
      {/* Always there, so that what appears in it is announced. */}
      <section
        className={css.region}
        aria-label={t('ui.toasts')}
        aria-live="polite"
        onPointerEnter={reads(true)}
        onPointerLeave={reads(false)}
        onFocus={reads(true)}
        onBlur={reads(false)}
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
      </section>
    </Context>
  );
}

function ToastCard({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }) {
  const { t } = useWords();
  const { text, tone, action } = toast;
  const Icon = tone === 'good' ? CircleCheck : TriangleAlert;
  const act = (): void => {
    action?.run();
    onClose();
  };
  return (
    <div className={classNames(css.toast, css[tone])}>
      <Icon size={18} aria-hidden />
      <p className={css.text}>{text}</p>
      {action && (
        <Button isSmall onPress={act}>
          {action.label}
        </Button>
      )}
      <Button look="quiet" isSmall icon={X} aria-label={t('ui.close')} onPress={onClose} />
    </div>
  );
}
