import { Characters } from '../ui/username.tsx';
import { partsOf } from '../ui/username-rules.ts';
import css from './compared-name.module.css';
import type { NamePart } from './difference-rules.ts';

/** A name, letter by letter, with what another one does not have marked. */
export function ComparedName({ parts }: { readonly parts: readonly NamePart[] }) {
  return (
    <bdi className={css.name}>
      {parts.map(({ text, isDifferent }, index) =>
        isDifferent ? (
          <mark key={index} className={css.different}>
            <Characters parts={partsOf(text)} />
          </mark>
        ) : (
          text
        ),
      )}
    </bdi>
  );
}
