import { useState } from 'react';
import { ProblemCallout } from '../api/problem-callout.tsx';
import { QueryState } from '../api/query-state.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { Select } from '../ui/select.tsx';
import { Stack } from '../ui/stack.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useToasts } from '../ui/toasts.tsx';
import { useWords } from '../words/words-provider.tsx';
import { bodyOf, isSame, kinds, quietProblem, severities, wishOf, withDelivery } from './notification-rules.ts';
import type { Delivery, Kind, Wish } from './notification-rules.ts';
import { useNotificationSettings, useSetNotificationSettings } from './queries.ts';
import type { NotificationSettings, Tagged } from './queries.ts';
import css from './settings.module.css';

/** What the shop gets messages about, and when. */
export function NotificationsCard() {
  const { t } = useWords();
  const settings = useNotificationSettings();
  return (
    <Card title={t('settings.notifications.title')} about={t('settings.notifications.about')}>
      <QueryState query={settings}>
        {(data) => <Form key={data.value.revision} of={data} readAgain={() => void settings.refetch()} />}
      </QueryState>
    </Card>
  );
}

interface FormProps {
  readonly of: Tagged<NotificationSettings>;
  readonly readAgain: () => void;
}

/** Begins anew with each revision: what a colleague has set meanwhile is shown, and nothing of it is lost. */
function Form({ of: { value, etag }, readAgain }: FormProps) {
  const { t } = useWords();
  const { mayAct } = useShop();
  const say = useToasts();
  const [wish, setWish] = useState(() => wishOf(value));
  const set = useSetNotificationSettings(() => say({ text: t('settings.notifications.saved') }));
  const problem = quietProblem(wish);
  const save = (): void => set.mutate({ etag, body: bodyOf(wish) }, { onError: readAgain });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === undefined && !set.isPending) save();
      }}
    >
      <Stack>
        <p className={css.quiet}>{t(`settings.notifications.channel.${value.channel ?? 'none'}`)}</p>
        <fieldset className={css.plain} disabled={!mayAct}>
          <Stack>
            {kinds.map((kind) => (
              <KindChoice key={kind} kind={kind} wish={wish} onChange={setWish} mayAct={mayAct} />
            ))}
            <Ending wish={wish} onChange={setWish} mayAct={mayAct} />
            <Quiet wish={wish} onChange={setWish} timeZone={value.timeZone} mayAct={mayAct} problem={problem} />
          </Stack>
        </fieldset>
        <p className={css.quiet}>{t('settings.notifications.always')}</p>
        {set.error && <ProblemCallout error={set.error} />}
        {mayAct ? (
          <Button type="submit" look="primary" isPending={set.isPending} isDisabled={isSame(wish, value)}>
            {t('settings.notifications.save')}
          </Button>
        ) : (
          <p className={css.quiet}>{t('settings.notifications.viewer')}</p>
        )}
      </Stack>
    </form>
  );
}

interface PartProps {
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
  readonly mayAct: boolean;
}

const deliveries = ['at_once', 'digest', 'off'] as const satisfies readonly Delivery[];

function KindChoice({ kind, wish, onChange, mayAct }: PartProps & { readonly kind: Kind }) {
  const { t } = useWords();
  return (
    <fieldset className={css.plain}>
      <legend className={css.legend}>{t(`alerts.kind.${kind}`)}</legend>
      <div className={css.severities}>
        {severities.map((severity) => (
          <Choice
            key={severity}
            label={t(`ui.severity.${severity}`)}
            value={wish.alerts[kind][severity]}
            values={deliveries}
            mayAct={mayAct}
            onChange={(delivery) => onChange(withDelivery(wish, kind, severity, delivery))}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Ending({ wish, onChange, mayAct }: PartProps) {
  const { t } = useWords();
  return (
    <fieldset className={css.plain}>
      <legend className={css.legend}>{t('settings.notifications.ending')}</legend>
      <div className={css.severities}>
        <Choice
          label={t('settings.notifications.endingLabel')}
          value={wish.expiringBlocks}
          values={['digest', 'off'] as const}
          mayAct={mayAct}
          onChange={(expiringBlocks) => onChange({ ...wish, expiringBlocks })}
        />
      </div>
    </fieldset>
  );
}

interface ChoiceProps<Value extends Delivery> {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly mayAct: boolean;
  readonly onChange: (value: Value) => void;
}

/** A viewer reads what is set, and finds no button that does nothing. */
function Choice<Value extends Delivery>({ label, value, values, mayAct, onChange }: ChoiceProps<Value>) {
  const { t } = useWords();
  const nameOf = (delivery: Value): string => t(`settings.notifications.${delivery}`);
  if (!mayAct)
    return (
      <p>
        {label}: {nameOf(value)}
      </p>
    );
  return (
    <Select
      label={label}
      value={value}
      onChange={onChange}
      choices={values.map((one) => ({ value: one, label: nameOf(one) }))}
    />
  );
}

interface QuietProps extends PartProps {
  readonly timeZone: string;
  readonly problem: ReturnType<typeof quietProblem>;
}

function Quiet({ wish, onChange, timeZone, mayAct, problem }: QuietProps) {
  const { t } = useWords();
  const { isQuiet, from, to } = wish;
  if (!mayAct)
    return (
      <p>
        {isQuiet
          ? t('settings.notifications.quietFromTo', { from, to, timeZone })
          : t('settings.notifications.noQuiet')}
      </p>
    );
  return (
    <fieldset className={css.plain}>
      <legend className={css.legend}>{t('settings.notifications.quiet')}</legend>
      <Stack gap={3}>
        <Checkbox
          isSelected={isQuiet}
          onChange={(chosen) => onChange({ ...wish, isQuiet: chosen })}
          note={t('settings.notifications.quietNote')}
        >
          {t('settings.notifications.quietOn', { timeZone })}
        </Checkbox>
        {isQuiet && (
          <div className={css.times}>
            <TextField
              label={t('settings.notifications.from')}
              type="time"
              value={from}
              onChange={(text) => onChange({ ...wish, from: text })}
            />
            <TextField
              label={t('settings.notifications.to')}
              type="time"
              value={to}
              onChange={(text) => onChange({ ...wish, to: text })}
              error={problem && t(`settings.notifications.problem.${problem}`)}
            />
          </div>
        )}
      </Stack>
    </fieldset>
  );
}
