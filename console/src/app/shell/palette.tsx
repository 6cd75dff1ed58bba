import { useState } from 'react';
import {
  Autocomplete,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { useWords } from '../../words/words-provider.tsx';
import { grouped } from './command-rules.ts';
import type { Command } from './command-rules.ts';
import css from './commands.module.css';
import { Keys } from './keys.tsx';
import { useCommands } from './use-commands.ts';

/** All that can be done, found by its name. */
export function Palette({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [typed, setTyped] = useState('');
  const commands = useCommands(typed);
  const run = (command: Command) => () => {
    onDone();
    // The dialog gives the focus back first.
    setTimeout(command.run);
  };
  return (
    <Autocomplete filter={contains} inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={t('app.palette.label')} autoFocus>
        <Input
          className={css.input}
          placeholder={t('app.palette.label')}
          dir="auto"
          spellCheck={false}
          autoCorrect="off"
        />
      </SearchField>
      {/* The search field moves through the list; who scrolls it otherwise has to get to it. */}
      <div className={css.scroll} tabIndex={0}>
        <Menu className={css.menu} aria-label={t('app.palette.title')} renderEmptyState={() => t('app.palette.none')}>
          {grouped(commands).map(([group, ofGroup]) => (
            <MenuSection key={group} id={group}>
              <Header className={css.group}>{group}</Header>
              {ofGroup.map((command) => (
                <MenuItem
                  key={command.id}
                  id={command.id}
                  className={css.item}
                  textValue={command.label}
                  onAction={run(command)}
                >
                  <bdi className={css.label}>{command.label}</bdi>
                  {command.keys !== undefined && <Keys of={command.keys} />}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </div>
    </Autocomplete>
  );
}
