import type { Schemas } from '../../../clients/seller-client.ts';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import { evidenceName } from './evidence-rules.ts';
import css from './link-evidence.module.css';

interface LinkEvidenceProps {
  readonly links: readonly Schemas['EvidenceCount'][];
  readonly strength?: 'weak' | 'strong' | undefined;
}

/** By what the marketplace links how many accounts, and how far to trust it. Nothing where it has not said. It can stand in a label. */
export function LinkEvidence({ links, strength }: LinkEvidenceProps) {
  const { t } = useWords();
  const { number } = useFormats();
  if (links.length === 0) return undefined;
  return (
    <span className={css.evidence}>
      <span className={css.kinds}>
        {links.map(({ evidence, accounts }) => {
          const name = evidenceName(evidence);
          return (
            <span key={evidence} className={css.kind}>
              {'word' in name ? t(name.word) : <bdi>{name.text}</bdi>} <strong>{number(accounts)}</strong>
            </span>
          );
        })}
      </span>
      {strength && <span>{t(`evidence.${strength}`)}</span>}
    </span>
  );
}
