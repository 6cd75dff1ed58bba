import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../words/words-provider.tsx';
import css from './id-text.module.css';

/** An ID, to be copied rather than read. */
export function IdText({ id }: { readonly id: string }) {
  const { t } = useWords();
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard
      .writeText(id)
      .then(() => setIsCopied(true))
      // The browser did not allow it: the text can still be selected.
      .catch(() => setIsCopied(false));
  };
  return (
    <span className={css.id}>
      <bdi className={css.text}>{id}</bdi>
      <Button className={css.copy} aria-label={t('ui.copy', { id })} onPress={copy} onBlur={() => setIsCopied(false)}>
        {isCopied ? <Check size={12} aria-hidden /> : <Copy size={12} aria-hidden />}
      </Button>
      <span className="sr-only" role="status">
        {isCopied ? t('ui.copied') : ''}
      </span>
    </span>
  );
}
