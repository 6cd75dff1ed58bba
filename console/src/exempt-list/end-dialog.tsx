import { ProblemCallout } from '../api/problem-callout.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Stack } from '../ui/stack.tsx';
import { useToasts } from '../ui/toasts.tsx';
import { NoUsername, Username } from '../ui/username.tsx';
import { Words, useWords } from '../words/words-provider.tsx';
import { useEndExemption } from './queries.ts';
import type { Exemption } from './queries.ts';

interface EndDialogProps {
  readonly exemption: Pick<Exemption, 'buyerId' | 'username'>;
  readonly onClose: () => void;
}

/** Takes a buyer off the exempt list, once it is clear what follows. */
export function EndDialog({ exemption: { buyerId, username }, onClose }: EndDialogProps) {
  const { t } = useWords();
  const say = useToasts();
  const write = useEndExemption(() => {
    say({ text: t('exemptions.ended') });
    onClose();
  });
  const name = username === undefined ? <NoUsername /> : <Username of={username} />;
  return (
    <ConfirmDialog
      title={<Words of="exemptions.endTitle" with={{ username: name }} />}
      action={t('exemptions.endAction')}
      isOpen
      isPending={write.isPending}
      onConfirm={() => write.mutate({ buyerId })}
      onClose={onClose}
    >
      <Stack>
        <p>{t('exemptions.endFollows')}</p>
        {write.error && <ProblemCallout error={write.error} />}
      </Stack>
    </ConfirmDialog>
  );
}
