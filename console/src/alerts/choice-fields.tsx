import { RadioGroup } from '../ui/choices.tsx';
import { Select } from '../ui/select.tsx';
import { useWords } from '../words/words-provider.tsx';
import { cancellationReasons, rejectionReasons, verdicts } from './action-rules.ts';
import type { Act, Choice } from './action-rules.ts';

interface ChoiceFieldsProps {
  readonly act: Act;
  readonly choice: Choice | undefined;
  readonly onChange: (choice: Choice) => void;
  /** It was confirmed before it was complete. */
  readonly isIncomplete: boolean;
}

/** What belongs to a decision: the verdict of a dismissal; a reason, which need not be given, of the others. */
export function ChoiceFields({ act, choice, onChange, isIncomplete }: ChoiceFieldsProps) {
  const { t } = useWords();
  if (act === 'dismiss')
    return (
      <RadioGroup
        label={t('alerts.ask.verdict')}
        error={isIncomplete && !choice ? t('alerts.ask.noVerdict') : undefined}
        value={choice?.act === 'dismiss' ? choice.verdict : null}
        onChange={(verdict) => onChange({ act, verdict })}
        choices={verdicts.map((value) => ({
          value,
          label: t(`alerts.ask.verdicts.${value}`),
          note: t(`alerts.ask.verdicts.${value}Note`),
        }))}
      />
    );
  const reasons = act === 'cancel_order' ? cancellationReasons : rejectionReasons;
  const given = choice?.act === act ? choice.reason : undefined;
  return (
    <Select
      label={t(act === 'cancel_order' ? 'alerts.ask.reason' : 'alerts.ask.refundReason')}
      value={given ?? 'none'}
      onChange={(value) => onChange({ act, ...(value !== 'none' && { reason: value }) } as Choice)}
      choices={[
        { value: 'none', label: t('alerts.ask.noReason') },
        ...reasons.map((value) => ({ value, label: t(`alerts.ask.reasons.${value}`) })),
      ]}
    />
  );
}
