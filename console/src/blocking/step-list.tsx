import { Steps } from '../ui/steps.tsx';
import { useWords } from '../words/words-provider.tsx';
import { steps } from './step-rules.ts';
import type { Step } from './step-rules.ts';

export function StepList({ step }: { readonly step: Step }) {
  const { t } = useWords();
  return (
    <Steps
      label={t('blocking.steps.label')}
      steps={steps.map((one) => t(`blocking.steps.${one}`))}
      current={steps.indexOf(step)}
    />
  );
}
