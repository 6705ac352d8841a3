import { type FlowNode, nodeDefinition } from '@alur/engine';
import { ActionIcon, Alert, Button, Fieldset, Group, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCopy, IconHelp, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDocument, useEditor, useView } from '../editor/editor-context.ts';
import { StepIcon } from '../palette/StepIcon.tsx';
import { type KnownIssue, useNodeIssues } from '../problems/issues-store.ts';
import { useLocale } from '../references/use-locale.ts';
import { DecisionTableButton } from '../table/DecisionTableButton.tsx';
import { ConfigField } from './ConfigField.tsx';
import { issuesAt } from './field-issues.ts';
import { withSetting } from './field-props.ts';
import { formFields } from './form-fields.ts';
import './inspector.css';

/** The settings of the selected step; with several selected, what can be done with all of them. */
export function Inspector() {
  const { t } = useTranslation();
  const { actions, isReadOnly } = useEditor();
  const selected = useView((view) => view.selectedNodeIds);
  const nodes = useDocument(({ flow }) => flow.nodes);
  const [only, ...more] = nodes.filter(({ id }) => selected.has(id));
  if (!only) {
    return (
      <Text size="sm" className="alur-faint">
        {t('canvas.inspector.nothing')}
      </Text>
    );
  }
  if (more.length === 0) return <StepForm key={only.id} step={only} />;
  return (
    <Stack gap="sm">
      <Text size="sm">{t('canvas.inspector.many', { count: more.length + 1 })}</Text>
      {!isReadOnly && (
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCopy size={14} />}
            onClick={() => actions.duplicate(selected)}
          >
            {t('canvas.step.duplicate')}
          </Button>
          <Button
            size="xs"
            variant="light"
            color="red"
            leftSection={<IconTrash size={14} />}
            onClick={actions.deleteSelected}
          >
            {t('canvas.step.delete')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** A calendar matters only where the clock runs by one. */
function isAsked(key: string, config: FlowNode['config']): boolean {
  return key !== 'calendarId' || config.clock !== 'calendar';
}

function StepForm({ step }: { readonly step: FlowNode }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { actions, isReadOnly } = useEditor();
  const issues = useNodeIssues(step.id);
  const definition = nodeDefinition(step.kind);
  if (!definition) {
    return (
      <Alert color="red" icon={<IconAlertTriangle size={18} />} title={t('canvas.step.unknown')}>
        {t('canvas.inspector.unknownKind', { kind: step.kind })}
      </Alert>
    );
  }
  const fields = formFields(definition);
  const keys = new Set(fields.map(({ key }) => key));
  const isOwn = ({ path, severity }: KnownIssue) => severity === 'warning' || !keys.has(String(path[1]));
  const elsewhere = issues.filter(
    (issue, index) => isOwn(issue) && issues.findIndex(({ text }) => text === issue.text) === index,
  );
  const inConfig = issues.map(({ path, severity, shortText }) => ({ path: path.slice(1), severity, text: shortText }));
  return (
    <Stack gap="md" data-testid="inspector">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <StepIcon kind={step.kind} size={34} />
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text fw={650}>{definition.label[locale]}</Text>
          <Text size="xs" className="alur-faint">
            {definition.help[locale]}
          </Text>
        </div>
        <Tooltip label={t('canvas.reference.about')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t('canvas.reference.about')}
            renderRoot={(props) => <Link {...props} to="/flows/reference" hash={step.kind} target="_blank" />}
          >
            <IconHelp size={17} />
          </ActionIcon>
        </Tooltip>
      </Group>
      {elsewhere.map((issue) => (
        <Alert
          key={issue.text}
          p="xs"
          color={issue.severity === 'error' ? 'red' : 'yellow'}
          icon={<IconAlertTriangle size={16} />}
        >
          {issue.shortText}
        </Alert>
      ))}
      {step.kind === 'filter.switch' && <DecisionTableButton step={step} />}
      <Fieldset variant="unstyled" disabled={isReadOnly} className="inspector-form">
        <Stack gap="md">
          {fields
            .filter(({ key }) => isAsked(key, step.config))
            .map((field) => (
              <ConfigField
                key={field.key}
                field={field}
                config={step.config}
                issues={issuesAt(inConfig, field.key)}
                onChange={(value) => actions.configure(step, withSetting(step.config, field.key, value), field.key)}
              />
            ))}
          <TextInput
            size="xs"
            label={t('canvas.inspector.name')}
            description={t('canvas.inspector.nameHelp')}
            placeholder={definition.label[locale]}
            maxLength={200}
            value={step.label ?? ''}
            onChange={(event) => actions.rename(step.id, event.currentTarget.value)}
          />
        </Stack>
      </Fieldset>
      {!isReadOnly && (
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCopy size={14} />}
            onClick={() => actions.duplicate(new Set([step.id]))}
          >
            {t('canvas.step.duplicate')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={14} />}
            onClick={() => actions.deleteParts([step.id], [])}
          >
            {t('canvas.step.delete')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
