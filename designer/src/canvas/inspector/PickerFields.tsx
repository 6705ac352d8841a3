import { type ControlName, OFFERED_LANGUAGES, type Reference, type References } from '@alur/engine';
import { useTranslation } from 'react-i18next';
import { OptionInput, OptionsInput } from '../condition/OptionInput.tsx';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { type ConfigFieldProps, textOf, textsOf, useFieldWords } from './field-props.ts';

/** The list of the workspace a control picks from. */
const LISTS = {
  queue: 'queues',
  team: 'teams',
  teams: 'teams',
  agent: 'agents',
  calendar: 'calendars',
  credential: 'credentials',
  slaPolicy: 'slaPolicies',
  flow: 'flows',
  channels: 'channels',
} as const satisfies Partial<Record<ControlName, keyof References>>;

function useChoices(control: ControlName) {
  const { references } = useReferences();
  const things: readonly Reference[] = isListed(control) ? references[LISTS[control]] : [];
  return things.map(({ id, name }) => ({ value: id, label: name }));
}

function isListed(control: ControlName): control is keyof typeof LISTS {
  return control in LISTS;
}

/** Picks one thing of the workspace: gives its id. */
export function PickOneField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  return (
    <OptionInput
      {...useFieldWords(props)}
      isLabelShown
      choices={useChoices(field.control)}
      isOpen={false}
      value={textOf(config[field.key])}
      onChange={(next) => onChange(next === '' && !field.isRequired ? undefined : next)}
    />
  );
}

/** Picks several things of the workspace: gives a list of ids. */
export function PickManyField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  return (
    <OptionsInput
      {...useFieldWords(props)}
      isLabelShown
      choices={useChoices(field.control)}
      isOpen={false}
      values={textsOf(config[field.key])}
      onChange={(next) => onChange(next.length === 0 && !field.isRequired ? undefined : next)}
    />
  );
}

export function TagsField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  const { t } = useTranslation();
  const { references } = useReferences();
  return (
    <OptionsInput
      {...useFieldWords(props)}
      isLabelShown
      placeholder={t('canvas.inspector.tags')}
      choices={references.tags.map((tag) => ({ value: tag, label: tag }))}
      isOpen
      values={textsOf(config[field.key])}
      onChange={onChange}
    />
  );
}

export function LanguageField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <OptionInput
      {...useFieldWords(props)}
      isLabelShown
      choices={[
        { value: 'ticket', label: t('canvas.inspector.ticketLanguage') },
        ...OFFERED_LANGUAGES.map((language) => ({ value: language.value, label: language.label[locale] })),
      ]}
      isOpen
      value={textOf(config[field.key])}
      onChange={(next) => onChange(next || undefined)}
    />
  );
}
