import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import { Tooltip } from './tooltip.tsx';
import { partsOf } from './username-rules.ts';
import type { UsernamePart } from './username-rules.ts';
import css from './username.module.css';

/** A username, apart from the direction of the text around it, with what the eye would miss made visible. */
export function Username({ of }: { readonly of: string }) {
  const { t } = useWords();
  const { list } = useFormats();
  const parts = partsOf(of);
  const marked = parts.filter(({ mark }) => mark !== undefined);
  const name = (
    <bdi className={css.username}>
      <Characters parts={parts} />
    </bdi>
  );
  if (marked.length === 0) return name;
  const codePoints = list([...new Set(marked.map(({ codePoint = '' }) => codePoint))], 'unit');
  return (
    <span className={css.odd}>
      {name}
      <Tooltip text={t('ui.username.odd', { count: marked.length, codePoints })} isShort />
    </span>
  );
}

/** Parts of a name, those that the eye would miss made visible. */
export function Characters({ parts }: { readonly parts: readonly UsernamePart[] }) {
  return parts.map((part, index) => <Part key={index} {...part} />);
}

function Part({ text, mark, codePoint }: UsernamePart) {
  if (mark === undefined) return text;
  if (mark === 'look_alike') return <span className={css.lookAlike}>{text}</span>;
  return <span className={css.unseen}>{mark === 'space' ? '␣' : codePoint}</span>;
}

/** Where a buyer has no username: of an erased one only the ID is left. */
export function NoUsername() {
  const { t } = useWords();
  return <span className={css.none}>{t('ui.username.none')}</span>;
}
