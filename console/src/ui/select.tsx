import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import type { Choice } from './choices.tsx';
import { classNames } from './class-names.ts';
import css from './field.module.css';
import menuCss from './menu.module.css';

interface SelectProps<Value extends string> {
  readonly label: string;
  /** The label is read, not seen: where the value says it all. */
  readonly isLabelHidden?: boolean;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function Select<Value extends string>({ label, isLabelHidden, choices, value, onChange }: SelectProps<Value>) {
  return (
    <AriaSelect className={css.field} value={value} onChange={(chosen) => chosen !== null && onChange(chosen as Value)}>
      <Label className={isLabelHidden ? 'sr-only' : css.label}>{label}</Label>
      <Button className={classNames(css.input, css.trigger)}>
        <SelectValue />
        <ChevronDown size={16} aria-hidden />
      </Button>
      <Popover className={menuCss.popover}>
        <ListBox className={menuCss.menu}>
          {choices.map(({ value: id, label: text, note }) => (
            <ListBoxItem key={id} id={id} className={menuCss.item} textValue={typeof text === 'string' ? text : id}>
              <span className={menuCss.words}>
                {text}
                {note !== undefined && <span className={menuCss.note}>{note}</span>}
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
