import { useState } from 'react';
import { LinkEvidence } from '../../lookup/link-evidence.tsx';
import { useBuyer } from '../../lookup/queries.ts';
import { RadioGroup } from '../../ui/choices.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { useWords } from '../../words/words-provider.tsx';
import { useChangeBlock } from '../change-queries.ts';
import type { Block } from '../queries.ts';
import type { ChangeProps } from './change-props.ts';
import { EditDialog } from './edit-dialog.tsx';
import { Follows } from './follows.tsx';

/** Whether a block covers this account alone, or the linked ones, too. */
export function ScopeDialog({ current, onRead, onClose }: ChangeProps) {
  const { t } = useWords();
  const say = useToasts();
  const { block } = current;
  const buyer = useBuyer(block.buyerId).data;
  const linked = buyer?.linkedAccounts ?? block.coverage.total - 1;
  const other: Block['scope'] = block.scope === 'user_id_only' ? 'linked_user_ids' : 'user_id_only';
  const [scope, setScope] = useState(other);
  const write = useChangeBlock(block.buyerId, (changed) => {
    say({ text: t('blockList.change.scopeDone', { scope: changed.scope }) });
    onClose();
  });
  return (
    <EditDialog
      title={t('blockList.change.scopeTitle')}
      action={t('blockList.change.save')}
      current={current}
      write={write}
      canSave={scope !== block.scope}
      onSave={(etag) => write.mutate({ etag, body: { scope } })}
      onConflict={onRead}
      onClose={onClose}
    >
      <RadioGroup
        label={t('blockList.one.covers')}
        value={scope}
        onChange={setScope}
        choices={[
          { value: 'user_id_only', label: t('blockList.change.scopeOnly') },
          { value: 'linked_user_ids', label: t('blockList.change.scopeLinked') },
        ]}
      />
      <Follows>
        {scope === block.scope ? (
          <p>{t('blockList.change.nothing')}</p>
        ) : (
          <>
            <p>
              {t(scope === 'user_id_only' ? 'blockList.change.scopeOnlyNote' : 'blockList.change.scopeLinkedNote', {
                count: linked,
              })}
            </p>
            {buyer && scope === 'linked_user_ids' && <LinkEvidence {...buyer} />}
            <p>{t('blockList.change.scopeFollows')}</p>
          </>
        )}
      </Follows>
    </EditDialog>
  );
}
