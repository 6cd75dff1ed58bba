import { LinkEvidence } from '../lookup/link-evidence.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Facts } from '../ui/facts.tsx';
import { Link } from '../ui/link.tsx';
import { useNow } from '../ui/use-now.ts';
import { relativeTime } from '../words/formats.ts';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './block-facts.module.css';
import { ByWhom } from './by-whom.tsx';
import { Coverage } from './coverage.tsx';
import { NoteText } from './note-text.tsx';
import { Prevented } from './prevented.tsx';
import type { Block } from './queries.ts';

/** All that is so of a block, with exact times in the shop's zone. */
export function BlockFacts({ of: block }: { readonly of: Block }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const { reason, note, links, createdBy, createdAt, updatedAt, expiresAt, alertId } = block;
  const facts = [
    { label: t('blockList.one.reason'), value: t(`blockList.reason.${reason}`) },
    {
      label: t('blockList.one.ends'),
      value: expiresAt === undefined ? t('blockList.one.endsNever') : <Exact at={expiresAt} />,
    },
    { label: t('blockList.one.covers'), value: <Coverage of={block} /> },
    { label: t('blockList.prevented.label'), value: <Prevented of={block} /> },
    ...(links === undefined || links.length === 0
      ? []
      : [{ label: t('evidence.label'), value: <LinkEvidence links={links} /> }]),
    { label: t('blockList.one.by'), value: <ByWhom subject={createdBy} /> },
    { label: t('blockList.one.since'), value: <Exact at={createdAt} /> },
    ...(updatedAt === undefined ? [] : [{ label: t('blockList.one.changed'), value: <Exact at={updatedAt} /> }]),
    ...(alertId === undefined
      ? []
      : [
          {
            label: t('blockList.one.alert'),
            value: <Link href={pathTo(`alerts/${alertId}`)}>{t('blockList.one.alertLink')}</Link>,
          },
        ]),
  ];
  return (
    <>
      <Facts facts={facts} />
      <div className={css.note}>
        <p className={css.label}>{t('blockList.one.note')}</p>
        <NoteText of={note ?? t('blockList.one.noNote')} />
      </div>
    </>
  );
}

function Exact({ at }: { readonly at: string }) {
  const { t, locale } = useWords();
  const { time } = useFormats();
  const now = useNow(30);
  return (
    <time dateTime={at}>{t('blockList.one.exact', { relative: relativeTime(at, now, locale), time: time(at) })}</time>
  );
}
