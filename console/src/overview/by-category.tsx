import { ChartNoAxesColumn } from 'lucide-react';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './by-category.module.css';
import { mostFirst } from './category-rules.ts';

interface ByCategoryProps {
  readonly title: string;
  readonly about: string;
  /** What there would have to be, for something to stand here. */
  readonly none: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly nameOf: (code: string) => string;
}

/** Counts by name, the most first. The bars repeat the figures, on one scale from zero. */
export function ByCategory({ title, about, none, counts, nameOf }: ByCategoryProps) {
  const { t } = useWords();
  const { number } = useFormats();
  const rows = mostFirst(counts);
  const most = rows[0]?.count ?? 1;
  return (
    <Card title={title} about={about}>
      {rows.length === 0 ? (
        <EmptyState icon={ChartNoAxesColumn} title={none} />
      ) : (
        <table className={css.table} aria-label={title}>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('overview.category.name')}</th>
              <th scope="col">{t('overview.category.count')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, count }) => (
              <tr key={code}>
                <th scope="row" className={css.name}>
                  {nameOf(code)}
                  <svg className={css.track} aria-hidden preserveAspectRatio="none" viewBox="0 0 100 1">
                    <rect className={css.bar} width={(100 * count) / most} height="1" />
                  </svg>
                </th>
                <td className={css.count}>{number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
