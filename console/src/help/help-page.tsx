import { Search } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stack } from '../ui/stack.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { WordKey } from '../words/word-keys.ts';
import { useWords } from '../words/words-provider.tsx';
import { sectionsWith } from './help-search-rules.ts';
import type { ReadSection } from './help-search-rules.ts';
import { helpSections } from './help-sections.ts';
import css from './help.module.css';

/** The guide. Each section has an address of its own, and what is asked for stands in the address, too. */
export function HelpPage() {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('q') ?? '';
  const all = useHelp();
  const found = useMemo(() => sectionsWith(all, asked), [all, asked]);
  useAnchor();
  const ask = (text: string): void => setSearch(text === '' ? {} : { q: text }, { replace: true });
  return (
    <>
      <PageHeader title={t('help.title')} about={t('help.about')} />
      <div className={css.guide}>
        <div className={css.aside}>
          <TextField label={t('help.search')} type="search" value={asked} onChange={ask} />
          <nav aria-label={t('help.contents')}>
            <ul className={css.contents}>
              {found.map(({ anchor, title }) => (
                <li key={anchor}>
                  <Link href={`?${search.toString()}#${anchor}`}>{title}</Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <Stack>
          {found.length === 0 && (
            <Card>
              <EmptyState icon={Search} title={t('help.none')}>
                {t('help.noneText')}
              </EmptyState>
            </Card>
          )}
          {found.map((section) => (
            <Section key={section.anchor} {...section} />
          ))}
        </Stack>
      </div>
    </>
  );
}

function useHelp(): readonly ReadSection[] {
  const { t } = useWords();
  return useMemo(
    () =>
      helpSections.map(({ anchor, words, count }) => ({
        anchor,
        title: t(`help.sections.${words}.title`),
        paragraphs: Array.from({ length: count }, (_, index) => t(`help.sections.${words}.p${index + 1}` as WordKey)),
      })),
    [t],
  );
}

/** The section that the address names comes into view, and the keyboard goes on from there. */
function useAnchor(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const section = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
    section?.scrollIntoView();
    section?.focus({ preventScroll: true });
  }, [hash, key]);
}

function Section({ anchor, title, paragraphs }: ReadSection) {
  return (
    <section id={anchor} tabIndex={-1} className={css.section} aria-labelledby={`${anchor}-title`}>
      <Card>
        <h2 id={`${anchor}-title`}>{title}</h2>
        <div className={css.text}>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </Card>
    </section>
  );
}
