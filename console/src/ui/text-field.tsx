import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import css from './field.module.css';

interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly help?: string;
  /** What is wrong, and how it would be right. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** Several lines. */
  readonly isLong?: boolean;
  /** A name or an ID: nothing may correct what is typed. */
  readonly isExact?: boolean;
}

const exactly = { autoCapitalize: 'none', autoComplete: 'off', autoCorrect: 'off', spellCheck: false } as const;

export function TextField({
  label,
  help,
  error,
  placeholder,
  isLong = false,
  isExact = false,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField {...rest} className={css.field} isInvalid={error !== undefined}>
      <Label className={css.label}>{label}</Label>
      {isLong ? (
        <TextArea className={css.input} placeholder={placeholder} dir="auto" />
      ) : (
        <Input className={css.input} placeholder={placeholder} dir="auto" {...(isExact && exactly)} />
      )}
      {help !== undefined && (
        <Text slot="description" className={css.help}>
          {help}
        </Text>
      )}
      <FieldError className={css.error}>{error}</FieldError>
    </AriaTextField>
  );
}
