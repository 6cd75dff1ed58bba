import { useState } from 'react';
import { useCharacterKeys } from '../keyboard/use-character-keys.ts';
import { chooseTheme, themes, useTheme } from '../ui/use-theme.ts';
import { useShop } from '../session/shop-provider.tsx';
import { Card } from '../ui/card.tsx';
import { Checkbox, RadioGroup } from '../ui/choices.tsx';
import { Facts } from '../ui/facts.tsx';
import { IdText } from '../ui/id-text.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stack } from '../ui/stack.tsx';
import { useNow } from '../ui/use-now.ts';
import { MembersCard } from './members-card.tsx';
import { NotificationsCard } from './notifications-card.tsx';
import { YourId } from './your-id.tsx';
import { spokenLanguages } from '../words/browser-messages.ts';
import { languages } from '../words/languages.ts';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';

/** What this person chose for this browser; and what the marketplace has set for the shop. */
export function SettingsPage() {
  const { t } = useWords();
  return (
    <>
      <PageHeader title={t('settings.title')} about={t('settings.about')} />
      <Stack as="pairs">
        <ThemeCard />
        <LanguageCard />
        <KeyboardCard />
        <TimeCard />
        <ShopCard />
        <NotificationsCard />
        <MembersCard />
      </Stack>
    </>
  );
}

function ThemeCard() {
  const { t } = useWords();
  const theme = useTheme();
  return (
    <Card title={t('settings.theme')}>
      <RadioGroup
        label={t('app.theme.label')}
        isLabelHidden
        value={theme}
        onChange={chooseTheme}
        choices={themes.map((value) => ({ value, label: t(`app.theme.${value}`) }))}
      />
    </Card>
  );
}

function LanguageCard() {
  const { t, language, chooseLanguage } = useWords();
  // Each is called as those who read it call it.
  const choices = languages
    .filter(({ code }) => spokenLanguages.includes(code))
    .map(({ code, name }) => ({ value: code, label: <bdi lang={code}>{name}</bdi> }));
  return (
    <Card title={t('app.language')}>
      <RadioGroup
        label={t('settings.language')}
        isLabelHidden
        value={language}
        onChange={chooseLanguage}
        choices={choices}
      />
    </Card>
  );
}

function KeyboardCard() {
  const { t } = useWords();
  const [isOn, turn] = useCharacterKeys();
  return (
    <Card title={t('settings.keyboard')} about={t('settings.keyboardAbout')}>
      <Checkbox isSelected={isOn} onChange={turn} note={t('settings.characterKeysNote')}>
        {t('settings.characterKeys')}
      </Checkbox>
    </Card>
  );
}

function TimeCard() {
  const { t } = useWords();
  const { time, timeZone } = useFormats();
  const now = useNow(30);
  const [device] = useState(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (
    <Card title={t('settings.time')} about={t('settings.timeAbout')}>
      <Facts
        facts={[
          { label: t('settings.zone'), value: timeZone },
          { label: t('settings.now'), value: time(new Date(now).toISOString()) },
          { label: t('settings.device'), value: device },
        ]}
      />
    </Card>
  );
}

function ShopCard() {
  const { t } = useWords();
  const { shopId, role } = useShop();
  return (
    <Card title={t('settings.shop')} about={t('settings.shopAbout')}>
      <Stack>
        <Facts
          facts={[
            { label: t('access.shop'), value: <IdText id={shopId} /> },
            { label: t('access.role'), value: t(`app.role.${role}`) },
          ]}
        />
        <YourId />
        <p>{t('settings.members.yourIdHelp')}</p>
      </Stack>
    </Card>
  );
}
