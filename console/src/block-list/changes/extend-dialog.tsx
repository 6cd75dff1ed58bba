import { useState } from 'react';
import { RadioGroup } from '../../ui/choices.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useFormats } from '../../words/reader-provider.tsx';
import { useWords } from '../../words/words-provider.tsx';
import { useChangeBlock } from '../change-queries.ts';
import { endOf } from '../change-rules.ts';
import { durations } from '../list-rules.ts';
import type { Block } from '../queries.ts';
import type { ChangeProps } from './change-props.ts';
import { EditDialog } from './edit-dialog.tsx';
import { Follows } from './follows.tsx';

/** How long a block lasts, counted from now. */
export function ExtendDialog({ current, onRead, onClose }: ChangeProps) {
  const { t } = useWords();
  const { time } = useFormats();
  const say = useToasts();
  const now = useNow(30);
  const { block } = current;
  const [duration, setDuration] = useState<Block['duration']>('90_days');
  const write = useChangeBlock(block.buyerId, ({ expiresAt }) => {
    const end = expiresAt === undefined ? 'never' : 'some';
    say({ text: t('blockList.change.extendDone', { end, time: expiresAt && time(expiresAt) }) });
    onClose();
  });
  const isPermanent = block.expiresAt === undefined;
  const until = endOf('90_days', now);
  return (
    <EditDialog
      title={t('blockList.change.extendTitle')}
      action={t('blockList.change.save')}
      current={current}
      write={write}
      canSave={!(isPermanent && duration === 'permanent')}
      onSave={(etag) => write.mutate({ etag, body: { duration } })}
      onConflict={onRead}
      onClose={onClose}
    >
      <p>
        {block.expiresAt === undefined
          ? t('blockList.change.extendNowNever')
          : t('blockList.change.extendNow', { time: time(block.expiresAt) })}
      </p>
      <RadioGroup
        label={t('blockList.filters.duration')}
        value={duration}
        onChange={setDuration}
        choices={durations.map((value) => ({
          value,
          label: t(`blockList.duration.${value}`),
          note:
            value === 'permanent'
              ? t('blockList.change.extendNever')
              : t('blockList.change.extendUntil', { time: until && time(until) }),
        }))}
      />
      <Follows>
        {isPermanent && duration === 'permanent' && <p>{t('blockList.change.nothing')}</p>}
        {isPermanent && duration === '90_days' && <p>{t('blockList.change.extendShorter')}</p>}
        <p>{t('blockList.change.extendFollows')}</p>
      </Follows>
    </EditDialog>
  );
}
