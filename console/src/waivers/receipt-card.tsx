import { CircleAlert, Clock, Download, ShieldCheck } from 'lucide-react';
import { QueryState } from '../api/query-state.tsx';
import { Badge } from '../ui/badge.tsx';
import { saveFile } from '../ui/browser-file.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { Waiver } from './queries.ts';
import { useReceipt } from './receipt-queries.ts';
import type { CheckedReceipt } from './receipt-queries.ts';
import css from './receipt.module.css';

const looks = {
  verified: { tone: 'good', icon: ShieldCheck },
  wrong: { tone: 'danger', icon: CircleAlert },
  unchecked: { tone: 'warn', icon: Clock },
} as const;

/** What proves a waiver elsewhere: to be printed with the page, handed on as a file, and checked by anybody. */
export function ReceiptCard({ of }: { readonly of: Waiver }) {
  const { t } = useWords();
  const receipt = useReceipt(of);
  return (
    <Card title={t('waivers.receipt.title')} about={t('waivers.receipt.about')}>
      <QueryState query={receipt}>{(checked) => <Receipt of={checked} name={fileName(of)} />}</QueryState>
    </Card>
  );
}

function Receipt({ of: { text, keys, state }, name }: { readonly of: CheckedReceipt; readonly name: string }) {
  const { t } = useWords();
  return (
    <Stack gap={3}>
      <div className={css.state}>
        <Badge {...looks[state]}>{t(`waivers.receipt.${state}`)}</Badge>
      </div>
      <p className={css.about}>{t('waivers.receipt.text')}</p>
      <div className={css.actions}>
        <Button icon={Download} onPress={() => saveFile(name, 'application/jose', `${text}\n`)}>
          {t('waivers.receipt.download')}
        </Button>
        {keys !== undefined && (
          <Button onPress={() => saveFile('waiver-keys.json', 'application/json', `${keys}\n`)}>
            {t('waivers.receipt.keys')}
          </Button>
        )}
      </div>
      <p className={css.text} dir="ltr" aria-label={t('waivers.receipt.asText')} role="note">
        {text}
      </p>
    </Stack>
  );
}

/** IDs hold nothing that a file's name may not. */
function fileName({ subjectType, subjectId }: Waiver): string {
  return `waiver-${subjectType}-${subjectId}.jws`;
}
