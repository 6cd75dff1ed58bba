import { RadioGroup } from '../ui/choices.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../words/words-provider.tsx';
import { longestNote } from './change-rules.ts';
import type { detailsProblem } from './change-rules.ts';
import { reasons } from './list-rules.ts';
import type { Block } from './queries.ts';

interface ReasonSelectProps {
  readonly value: Block['reason'] | null;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly onChange: (reason: Block['reason']) => void;
}

/** The seven reasons, each with what it means. */
export function ReasonSelect({ value, help, error, onChange }: ReasonSelectProps) {
  const { t } = useWords();
  return (
    <RadioGroup
      label={t('blockList.change.reason')}
      help={help}
      error={error}
      value={value}
      onChange={onChange}
      choices={reasons.map((reason) => ({
        value: reason,
        label: t(`blockList.reason.${reason}`),
        note: t(`blockList.reasonAbout.${reason}`),
      }))}
    />
  );
}

interface NoteFieldProps {
  readonly label: string;
  readonly value: string;
  readonly problem: ReturnType<typeof detailsProblem>;
  readonly onChange: (note: string) => void;
}

export function NoteField({ label, value, problem, onChange }: NoteFieldProps) {
  const { t } = useWords();
  const left = longestNote - value.length;
  const help = t('blockList.change.noteHelp');
  return (
    <TextField
      label={label}
      isLong
      value={value}
      onChange={onChange}
      help={left < 200 && left >= 0 ? `${help} ${t('blockList.change.noteLeft', { left })}` : help}
      error={problem && t(`blockList.change.${problem}`, { most: longestNote })}
    />
  );
}
