import { FLOW_TEMPLATES, type FlowTemplate, type PortableFlow } from '@alur/engine';
import { Alert, Button, Group, Modal, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StepIcon } from '../palette/StepIcon.tsx';
import { useLocale } from '../references/use-locale.ts';
import { FlowPreview } from './FlowPreview.tsx';
import { MappingFields } from './MappingFields.tsx';
import { testedTickets } from './template-guards.ts';
import { useImporting } from './use-importing.ts';
import { useMapping } from './use-mapping.ts';
import './exchange.css';

interface TemplateGalleryProps {
  /** The template to open at once; absent: all of them. */
  readonly first?: FlowTemplate;
  readonly onClose: () => void;
}

/** Templates to begin with: all of them as cards, then the chosen one to read, fit to the workspace and take. */
export function TemplateGallery({ first, onClose }: TemplateGalleryProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [template, setTemplate] = useState<FlowTemplate | null>(first ?? null);
  return (
    <Modal
      opened
      onClose={onClose}
      size={template ? 'lg' : 960}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={template ? template.name[locale] : t('canvas.exchange.templates')}
    >
      {template ? (
        <TemplateForm
          key={`${template.key} ${locale}`}
          template={template}
          onBack={() => setTemplate(null)}
          onDone={onClose}
        />
      ) : (
        <TemplateCards onChoose={setTemplate} />
      )}
    </Modal>
  );
}

/** Every template as a card: what it is called, what it is for, and which steps it has. */
export function TemplateCards({ onChoose }: { readonly onChoose: (template: FlowTemplate) => void }) {
  const locale = useLocale();
  return (
    <ul className="templates" data-testid="templates">
      {FLOW_TEMPLATES.map((template) => {
        const kinds = template.flow(locale).nodes.map(({ kind }) => kind);
        return (
          <li key={template.key}>
            <UnstyledButton className="template" onClick={() => onChoose(template)}>
              <span className="template-icons" aria-hidden>
                {[...new Set(kinds)].slice(0, 6).map((kind) => (
                  <StepIcon key={kind} kind={kind} size={24} />
                ))}
              </span>
              <span className="template-name">{template.name[locale]}</span>
              <span className="template-text">{template.description[locale]}</span>
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}

interface TemplateFormProps {
  readonly template: FlowTemplate;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

function TemplateForm({ template, onBack, onDone }: TemplateFormProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const portable = useMemo(() => unplaced(template.flow(locale)), [template, locale]);
  const [name, setName] = useState(portable.name);
  const mapping = useMapping(portable);
  const { take, isBusy, problem } = useImporting(onDone);
  return (
    <Stack gap="md">
      <Text size="sm">{template.description[locale]}</Text>
      <FlowPreview flow={mapping.imported.flow} />
      <GuardResults template={template} />
      <TextInput
        label={t('canvas.list.name')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <MappingFields mapping={mapping} />
      {problem && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle size={18} />}>
          {problem}
        </Alert>
      )}
      <Group justify="space-between">
        <Button variant="subtle" leftSection={<IconArrowLeft size={15} />} onClick={onBack}>
          {t('canvas.exchange.allTemplates')}
        </Button>
        <Button
          loading={isBusy}
          data-testid="use-template"
          onClick={() => void take({ portable, name, onExisting: 'COPY', mapping: mapping.answers })}
        >
          {t('canvas.exchange.use')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The flow with all its steps in one place, so that the canvas arranges it when it opens. */
function unplaced(portable: PortableFlow): PortableFlow {
  return { ...portable, nodes: portable.nodes.map((node) => ({ ...node, position: { x: 0, y: 0 } })) };
}

/** The tickets a template is tested with, played in the browser. */
function GuardResults({ template }: { readonly template: FlowTemplate }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const tested = useMemo(() => testedTickets(template, locale), [template, locale]);
  return (
    <section>
      <Text fw={600} size="sm" mb={4}>
        {t('canvas.exchange.tested')}
      </Text>
      <ul className="guards" data-testid="guards">
        {tested.map(({ name, isPassed, count }) => (
          <li key={name} data-passed={isPassed}>
            {isPassed ? (
              <IconCircleCheck size={17} aria-label={t('canvas.exchange.passed')} />
            ) : (
              <IconCircleX size={17} aria-label={t('canvas.exchange.failed')} />
            )}
            <span>
              {name} <span className="alur-faint">{t('canvas.exchange.does', { count })}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
