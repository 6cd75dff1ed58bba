import { Check } from 'lucide-react';
import { classNames } from './class-names.ts';
import css from './field.module.css';
import rowCss from './row-checkbox.module.css';

interface RowCheckboxProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** Selects a row. Of these a list draws many while it scrolls, so it is the browser's own. */
export function RowCheckbox({ label, isSelected, onChange }: RowCheckboxProps) {
  return (
    <label className={rowCss.frame}>
      <input
        type="checkbox"
        className={rowCss.input}
        aria-label={label}
        checked={isSelected}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span className={classNames(css.mark, css.check, rowCss.mark)} aria-hidden>
        {isSelected && <Check size={14} />}
      </span>
    </label>
  );
}
