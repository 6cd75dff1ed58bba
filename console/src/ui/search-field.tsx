import { Search, X } from 'lucide-react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';
import type { SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import css from './search-field.module.css';
import { useWords } from '../words/words-provider.tsx';

interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'style' | 'children'> {
  /** Also what stands in the empty field. */
  readonly label: string;
}

/** A text to look for. What is typed is taken as it is: nothing corrects it. */
export function SearchField({ label, ...rest }: SearchFieldProps) {
  const { t } = useWords();
  return (
    <AriaSearchField {...rest} aria-label={label} className={css.field}>
      {({ isEmpty }) => (
        <>
          <Search size={16} aria-hidden className={css.glass} />
          <Input
            className={css.input}
            placeholder={label}
            dir="auto"
            autoCapitalize="none"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="search"
          />
          <Button className={classNames(css.clear, isEmpty && css.hidden)} aria-label={t('ui.clear')}>
            <X size={14} aria-hidden />
          </Button>
        </>
      )}
    </AriaSearchField>
  );
}
