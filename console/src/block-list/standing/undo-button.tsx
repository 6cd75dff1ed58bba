import { Undo2 } from 'lucide-react';
import { ApiProblem } from '../../../../clients/api-problem.ts';
import { problemTitle } from '../../api/problem-words.ts';
import { Button } from '../../ui/button.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { useWords } from '../../words/words-provider.tsx';
import { useRestoreBlock } from './removals-queries.ts';

interface UndoButtonProps {
  readonly buyerId: string;
  readonly blockId: string;
  readonly isSmall?: boolean;
}

/** Undoes the removal of a block. What became of it is said where it stays when this button has gone. */
export function UndoButton({ buyerId, blockId, isSmall = false }: UndoButtonProps) {
  const { t } = useWords();
  const say = useToasts();
  const write = useRestoreBlock(buyerId, () => say({ text: t('standing.undo.done') }));
  const undo = (): void =>
    write.mutate(
      { blockId },
      {
        onError: (error) =>
          say({ tone: 'danger', text: t(problemTitle(error instanceof ApiProblem ? error.code : undefined)) }),
      },
    );
  return (
    <Button icon={Undo2} isSmall={isSmall} isPending={write.isPending} onPress={undo}>
      {t('standing.undo.action')}
    </Button>
  );
}
