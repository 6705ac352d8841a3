import type { ControlName } from '@alur/engine';
import type { ComponentType } from 'react';
import { ActionsField } from './ActionsField.tsx';
import { AnswersField } from './AnswersField.tsx';
import { CasesField } from './CasesField.tsx';
import { FactsField, FactValueField } from './FactsField.tsx';
import { FieldValuesField } from './FieldValuesField.tsx';
import type { ConfigFieldProps } from './field-props.ts';
import { LadderField } from './LadderField.tsx';
import { LanguageField, PickManyField, PickOneField, TagsField } from './PickerFields.tsx';
import {
  ChoicesField,
  ConditionField,
  DurationField,
  MessageField,
  NumberField,
  SelectField,
  SwitchField,
  TextField,
} from './PlainFields.tsx';
import { RecipientsField } from './RecipientsField.tsx';
import { RequirementField } from './RequirementField.tsx';
import { SharesField } from './SharesField.tsx';
import { SkillsField } from './SkillsField.tsx';
import { CronField, RefireField, SlaAtField } from './TimeFields.tsx';
import { WaitEndsField, WaitUntilField } from './WaitFields.tsx';

const CONTROLS: Readonly<Record<ControlName, ComponentType<ConfigFieldProps>>> = {
  text: TextField,
  location: TextField,
  url: MessageField,
  template: MessageField,
  json: MessageField,
  select: SelectField,
  choices: ChoicesField,
  boolean: SwitchField,
  number: NumberField,
  duration: DurationField,
  queue: PickOneField,
  team: PickOneField,
  agent: PickOneField,
  calendar: PickOneField,
  credential: PickOneField,
  slaPolicy: PickOneField,
  flow: PickOneField,
  channels: PickManyField,
  teams: PickManyField,
  tags: TagsField,
  skills: SkillsField,
  language: LanguageField,
  requirement: RequirementField,
  ladder: LadderField,
  facts: FactsField,
  factValue: FactValueField,
  fieldValues: FieldValuesField,
  condition: ConditionField,
  cases: CasesField,
  shares: SharesField,
  cron: CronField,
  slaAt: SlaAtField,
  refire: RefireField,
  recipients: RecipientsField,
  answers: AnswersField,
  actions: ActionsField,
  waitUntil: WaitUntilField,
  waitEnds: WaitEndsField,
};

/** The form control that a setting's metadata names. */
export function ConfigField(props: ConfigFieldProps) {
  const Control = CONTROLS[props.field.control];
  return <Control {...props} />;
}
