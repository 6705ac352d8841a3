import { checkCondition, issueText, parseCondition } from '@alur/engine';
import { Alert, Group, SegmentedControl, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredCalendar } from '../calendars/calendar-documents.ts';
import { ConditionBuilder } from '../canvas/condition/ConditionBuilder.tsx';
import { EMPTY_COMPARISON } from '../canvas/condition/draft-condition.ts';
import { useReferences } from '../canvas/references/references-context.ts';
import { useLocale } from '../canvas/references/use-locale.ts';
import { BackLink } from '../forms/BackLink.tsx';
import { SaveBar } from '../forms/SaveBar.tsx';
import { useFieldProblems } from '../forms/use-field-problems.ts';
import { useLeaveGuard } from '../forms/use-leave-guard.ts';
import { showDone } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { DeletePolicy } from './DeletePolicy.tsx';
import { draftOf, newPolicy, type PolicyDraft, type StoredPolicy, targetInputs } from './policy-draft.ts';
import { ReachNote } from './ReachNote.tsx';
import { CreateSlaPolicyDocument, SlaPoliciesDocument, UpdateSlaPolicyDocument } from './sla-documents.ts';
import { TargetsEditor } from './TargetsEditor.tsx';

interface PolicyEditorProps {
  /** Null: a new one, behind the others. */
  readonly policy: StoredPolicy | null;
  readonly policies: readonly StoredPolicy[];
  readonly calendars: readonly StoredCalendar[];
  readonly isEditable: boolean;
  /** After saving a new one or deleting one. */
  readonly onDone: () => void;
}

const FIELDS = ['name', 'condition', 'targets'] as const;

/** One policy: for which tickets, what is promised, and what that means. */
export function PolicyEditor({ policy, policies, calendars, isEditable, onDone }: PolicyEditorProps) {
  const { t } = useTranslation();
  const own = calendars.find(({ isDefault }) => isDefault)?.id ?? null;
  const [stored, setStored] = useState<PolicyDraft>(() => (policy ? draftOf(policy) : newPolicy(own)));
  const [draft, setDraft] = useState(stored);
  const [showsProblems, setShowsProblems] = useState(false);
  const conditionProblem = useConditionProblem(draft.condition);
  const refused = useFieldProblems(FIELDS);
  const [create, creating] = useAction(CreateSlaPolicyDocument);
  const [update, updating] = useAction(UpdateSlaPolicyDocument);
  const isUnsaved = policy === null || draft !== stored;
  const letGo = useLeaveGuard(draft !== stored);
  const change = (part: Partial<PolicyDraft>) => setDraft((last) => ({ ...last, ...part }));
  const position = policy?.position ?? policies.length;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setShowsProblems(true);
    if (conditionProblem) return;
    const fields = {
      name: draft.name.trim(),
      condition: draft.condition,
      targets: targetInputs(draft.targets),
    };
    const refetchQueries = [SlaPoliciesDocument, 'References'];
    if (policy) {
      const variables = { input: { id: policy.id, ...fields } };
      const payload = (await update({ variables, refetchQueries })).data?.updateSlaPolicy;
      if (!refused.accept(payload?.userErrors) || !payload?.slaPolicy) return;
      const next = draftOf(payload.slaPolicy);
      setStored(next);
      setDraft(next);
    } else {
      const payload = (await create({ variables: { input: fields }, refetchQueries })).data?.createSlaPolicy;
      if (!refused.accept(payload?.userErrors)) return;
      letGo();
      onDone();
    }
    setShowsProblems(false);
    showDone(t('forms.saved'));
  };

  return (
    <form className="policy-editor" onSubmit={(event) => void save(event)}>
      <Group justify="space-between">
        <BackLink tab="sla" />
        {policy && isEditable && (
          <DeletePolicy
            policy={policy}
            onDeleted={() => {
              letGo();
              onDone();
            }}
          />
        )}
      </Group>
      <section className="alur-card forms-panel">
        <TextInput
          label={t('settings.name')}
          required
          autoFocus={policy === null}
          maw={480}
          maxLength={200}
          disabled={!isEditable}
          value={draft.name}
          error={refused.of('name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      </section>
      <section className="alur-card forms-panel" aria-labelledby="policy-for">
        <Title order={2} id="policy-for">
          {t('sla.forWhich')}
        </Title>
        <div>
          <SegmentedControl
            disabled={!isEditable}
            aria-labelledby="policy-for"
            value={draft.condition === null ? 'every' : 'some'}
            onChange={(value) => change({ condition: value === 'every' ? null : { all: [EMPTY_COMPARISON] } })}
            data={[
              { value: 'every', label: t('sla.everyTicket') },
              { value: 'some', label: t('sla.someTickets') },
            ]}
          />
        </div>
        {draft.condition !== null && (
          <fieldset disabled={!isEditable} className="policy-condition">
            <ConditionBuilder
              value={draft.condition}
              label={t('sla.forWhich')}
              onChange={(condition) => change({ condition })}
            />
          </fieldset>
        )}
        {(showsProblems ? conditionProblem : undefined) && (
          <Alert color="red" variant="light" role="alert">
            {conditionProblem}
          </Alert>
        )}
        {refused.of('condition') && (
          <Alert color="red" variant="light" role="alert">
            {refused.of('condition')}
          </Alert>
        )}
        <ReachNote
          condition={draft.condition}
          earlier={policies.filter((each) => each.position < position && each.id !== policy?.id)}
          calendars={calendars}
        />
      </section>
      <TargetsEditor
        targets={draft.targets}
        calendars={calendars}
        isEditable={isEditable}
        problem={refused.of('targets')}
        onChange={(targets) => change({ targets })}
      />
      {isEditable && (
        <SaveBar
          isUnsaved={isUnsaved}
          isBusy={creating.loading || updating.loading}
          problems={refused.rest}
          onDiscard={() => setDraft(stored)}
        />
      )}
    </form>
  );
}

/** What stands in the way of a condition, in words; undefined where it is finished or every ticket is meant. */
function useConditionProblem(condition: unknown): string | undefined {
  const { t } = useTranslation();
  const locale = useLocale();
  const { facts } = useReferences();
  if (condition === null) return undefined;
  const parsed = parseCondition(condition);
  if (!parsed.ok) return t('sla.conditionUnfinished');
  const issue = checkCondition(parsed.condition, facts, []).find(({ severity }) => severity === 'error');
  return issue && issueText(issue, locale);
}
