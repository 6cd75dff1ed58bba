import { Check } from 'lucide-react';
import css from './steps.module.css';
import { classNames } from './class-names.ts';

interface StepsProps {
  readonly label: string;
  readonly steps: readonly string[];
  /** Index of the one that is open; those before it are done. */
  readonly current: number;
}

/** Where one is in something that takes several steps. */
export function Steps({ label, steps, current }: StepsProps) {
  return (
    <ol className={css.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classNames(css.step, index === current && css.current, index < current && css.past)}
          {...(index === current && { 'aria-current': 'step' as const })}
        >
          <span className={css.mark} aria-hidden>
            {index < current ? <Check size={14} /> : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
