import { comparisonSentence, explainStep, type FlowNode, isOperator, type Names, type Step } from '@alur/engine';
import { Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { portsOf } from '../edit/new-step.ts';
import { useDocument, useEditor, useView } from '../editor/editor-context.ts';
import { StepIcon } from '../palette/StepIcon.tsx';
import { useReferences } from '../references/references-context.ts';
import { stepText } from '../references/step-text.ts';
import { useLocale } from '../references/use-locale.ts';
import { comparisonsOf } from './comparisons.ts';
import './try.css';

/** The steps of a run in order, each with what it saw and which way it went. */
export function StepTraces({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { names } = useReferences();
  const { actions } = useEditor();
  const nodes = useDocument(({ flow }) => flow.nodes);
  const shown = useView(({ path }) => path?.shown ?? steps.length);
  return (
    <ol className="traces" data-testid="trace">
      {steps.map((step, index) => {
        const node = nodes.find(({ id }) => id === step.nodeId);
        const text = node && stepText(node, names, locale, t('canvas.step.unknown'));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a run's steps never change their order
          <li key={index} className="trace" data-shown={index < shown || undefined}>
            <UnstyledButton className="trace-step" onClick={() => actions.showNode(step.nodeId)}>
              <StepIcon kind={step.kind} size={26} />
              <span>{text?.sentence ?? step.kind}</span>
            </UnstyledButton>
            <div className="trace-why">
              {step.conditions ? (
                <Conditions step={step} node={node} />
              ) : (
                step.effectCount !== undefined && <Text size="xs">{explainStep(step, names, locale)}</Text>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Conditions({ step, node }: { readonly step: Step; readonly node: FlowNode | undefined }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { names } = useReferences();
  const ports = node ? portsOf(node) : [];
  const nameOf = (port: string) => ports.find(({ id }) => id === port)?.label[locale] ?? port;
  const notTaken = ports.filter(({ id }) => id !== step.port).map(({ label }) => label[locale]);
  return (
    <>
      {step.conditions?.map(({ caseId, trace }) => (
        <div key={caseId ?? ''}>
          {caseId !== undefined && (
            <Text size="xs" fw={600} mt={4}>
              {nameOf(caseId)}
            </Text>
          )}
          <ul className="trace-comparisons">
            {comparisonsOf(trace).map((comparison, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: comparisons of a trace never change their order
              <li key={index} data-holds={comparison.holds}>
                {comparison.holds ? (
                  <IconCheck size={14} aria-label={t('canvas.try.holds')} />
                ) : (
                  <IconX size={14} aria-label={t('canvas.try.holdsNot')} />
                )}
                <span>
                  {questionOf(comparison, names, locale)}
                  <span className="trace-seen">
                    {t('canvas.try.saw', { value: sawText(comparison, names, locale, t('canvas.try.empty')) })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {step.port !== null && (
        <Text size="xs" mt={4}>
          <strong>{t('canvas.try.wentBy', { port: nameOf(step.port) })}</strong>
          {notTaken.length > 0 && (
            <span className="alur-faint"> {t('canvas.try.notBy', { ports: notTaken.join(', ') })}</span>
          )}
        </Text>
      )}
    </>
  );
}

type Comparison = ReturnType<typeof comparisonsOf>[number];
type Locale = ReturnType<typeof useLocale>;

function questionOf({ fact, op, expected }: Comparison, names: Names, locale: Locale): string {
  if (!isOperator(op)) return `${names.fact(fact, locale)} ${op}`;
  return comparisonSentence({ fact, op, ...(expected == null ? {} : { value: expected }) }, names, locale);
}

function sawText({ fact, seen }: Comparison, names: Names, locale: Locale, empty: string): string {
  return seen === null ? empty : names.value(fact, seen, locale);
}
