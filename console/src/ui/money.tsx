import { useFormats } from '../words/reader-provider.tsx';
import css from './figures.module.css';

interface Amount {
  readonly value: string;
  readonly currency: string;
}

export function Money({ of }: { readonly of: Amount }) {
  const { money } = useFormats();
  return <span className={css.number}>{money(of)}</span>;
}
