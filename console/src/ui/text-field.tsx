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
}

export function TextField({ label, help, error, placeholder, isLong = false, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} className={css.field} isInvalid={error !== undefined}>
      <Label className={css.label}>{label}</Label>
      {isLong ? (
        <TextArea className={css.input} placeholder={placeholder} dir="auto" />
      ) : (
        <Input className={css.input} placeholder={placeholder} dir="auto" />
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
