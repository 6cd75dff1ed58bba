import { useFormats } from '../words/reader-provider.tsx';
import css from './figures.module.css';

interface Amount {
  readonly value: string;
  readonly currency: string;
}

export function Money({ of }: { readonly of: Amount }) {
  const { money } = useFormats();
  // By itself: between Arabic words the sign of a currency would change its place.
  return (
    <bdi dir="ltr" className={css.number}>
      {money(of)}
    </bdi>
  );
}
