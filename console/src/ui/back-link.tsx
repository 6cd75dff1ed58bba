import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './back-link.module.css';
import { Link } from './link.tsx';

/** To the page that this one belongs to. */
export function BackLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <p>
      <Link href={href}>
        <span className={css.back}>
          <ArrowLeft size={16} aria-hidden className={css.arrow} />
          {children}
        </span>
      </Link>
    </p>
  );
}
