import { classNames } from './class-names.ts';
import { Link } from './link.tsx';
import css from './segments.module.css';

interface SegmentsProps {
  readonly label: string;
  readonly segments: readonly { readonly id: string; readonly label: string; readonly href: string }[];
  readonly chosen: string;
}

/** A few ways to see the same, side by side. Each is an address, so that it can be kept and shared. */
export function Segments({ label, segments, chosen }: SegmentsProps) {
  return (
    <nav className={css.segments} aria-label={label}>
      {segments.map(({ id, label: text, href }) => (
        <span key={id} className={classNames(css.segment, id === chosen && css.chosen)}>
          <Link look="plain" href={href} aria-current={id === chosen ? 'true' : undefined}>
            {text}
          </Link>
        </span>
      ))}
    </nav>
  );
}
