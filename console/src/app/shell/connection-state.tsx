import { LoaderCircle, Radio, RefreshCw, ZapOff } from 'lucide-react';
import { useLive } from '../../live/live-provider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { TooltipText } from '../../ui/tooltip.tsx';
import { useWords } from '../../words/words-provider.tsx';
import css from './top-bar.module.css';

const icons = { connecting: LoaderCircle, live: Radio, waiting: RefreshCw, stopped: ZapOff };

/** Whether what one sees is what is so now. */
export function ConnectionState() {
  const { t } = useWords();
  const { state } = useLive();
  const Icon = icons[state];
  return (
    <TooltipText text={t(`app.live.about.${state}`)}>
      <span className={classNames(css.connection, css[state])} tabIndex={0} role="status">
        <Icon size={14} aria-hidden />
        <span className={css.word}>{t(`app.live.${state}`)}</span>
      </span>
    </TooltipText>
  );
}
