import { Check, Minus } from 'lucide-react';
import {
  Checkbox as AriaCheckbox,
  FieldError,
  Label,
  Radio,
  RadioGroup as AriaRadioGroup,
  Text,
} from 'react-aria-components';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import css from './field.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** What follows from it. */
  readonly note?: ReactNode;
}

interface RadioGroupProps<Value extends string> {
  readonly label: string;
  /** The label is read, not seen: where a heading above says the same. */
  readonly isLabelHidden?: boolean;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, isLabelHidden = false, help, error, choices, value, onChange, isDisabled = false } = props;
  return (
    <AriaRadioGroup
      className={css.field}
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
    >
      <Label className={isLabelHidden ? 'sr-only' : css.label}>{label}</Label>
      {help !== undefined && (
        <Text slot="description" className={css.help}>
          {help}
        </Text>
      )}
      {/* Above the choices: below many of them it is out of sight on a phone, while the focus goes to the first. */}
      <FieldError className={css.error}>{error}</FieldError>
      <div className={css.choices}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className={css.choice}>
            <span className={classNames(css.mark, css.radio)} aria-hidden />
            <ChoiceWords {...choice} />
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  );
}

interface CheckboxProps {
  readonly children: ReactNode;
  readonly note?: ReactNode;
  readonly isSelected: boolean;
  readonly isIndeterminate?: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

export function Checkbox({ children, note, isSelected, isIndeterminate = false, onChange }: CheckboxProps) {
  const Mark = isIndeterminate ? Minus : Check;
  return (
    <AriaCheckbox className={css.choice} isSelected={isSelected} isIndeterminate={isIndeterminate} onChange={onChange}>
      <span className={classNames(css.mark, css.check)} aria-hidden>
        {(isSelected || isIndeterminate) && <Mark size={14} />}
      </span>
      <ChoiceWords label={children} note={note} />
    </AriaCheckbox>
  );
}

function ChoiceWords({ label, note }: { readonly label: ReactNode; readonly note?: ReactNode }) {
  return (
    <span className={css.words}>
      {label}
      {note !== undefined && <span className={css.help}>{note}</span>}
    </span>
  );
}
