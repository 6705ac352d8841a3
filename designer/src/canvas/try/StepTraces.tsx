import {
  comparisonSentence,
  type Effect,
  explainStep,
  type FlowNode,
  isOperator,
  type Names,
  type Step,
} from '@alur/engine';
import { Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shortTime } from '../../words/times.ts';
import { portsOf } from '../edit/new-step.ts';
import { useDocument, useEditor, useView } from '../editor/editor-context.ts';
import { StepIcon } from '../palette/StepIcon.tsx';
import { useReferences } from '../references/references-context.ts';
import { stepText } from '../references/step-text.ts';
import { useLocale } from '../references/use-locale.ts';
import { comparisonsOf } from './comparisons.ts';
import './try.css';

interface StepTracesProps {
  readonly steps: readonly Step[];
  /** How many steps of the lit way come before these. */
  readonly first?: number;
  /** What was asked for at that moment, where it is known: texts are shown as they would be sent. */
  readonly effects?: readonly Effect[];
}

/** The steps of a run in order, each with what it saw and which way it went. */
export function StepTraces({ steps, first = 0, effects = [] }: StepTracesProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { names } = useReferences();
  const { actions } = useEditor();
  const nodes = useDocument(({ flow }) => flow.nodes);
  const shown = useView(({ path }) => path?.shown ?? first + steps.length);
  const branches = [...new Set(steps.flatMap(({ branch }) => (branch ? [branch] : [])))];
  return (
    <ol className="traces" data-testid="trace">
      {steps.map((step, index) => {
        const node = nodes.find(({ id }) => id === step.nodeId);
        const text = node && stepText(node, names, locale, t('canvas.step.unknown'));
        const branch = step.branch ? branches.indexOf(step.branch) + 1 : 0;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a run's steps never change their order
          <li key={index} className="trace" data-shown={first + index < shown || undefined}>
            <UnstyledButton className="trace-step" onClick={() => actions.showNode(step.nodeId)}>
              <StepIcon kind={step.kind} size={26} />
              <span>
                {branch > 0 && <span className="trace-branch">{t('canvas.run.branch', { number: branch })}</span>}
                {text?.sentence ?? step.kind}
              </span>
            </UnstyledButton>
            <div className="trace-why">
              {step.conditions ? <Conditions step={step} node={node} /> : <Told step={step} />}
              {textsOf(step, effects).map((sent) => (
                <p key={sent} className="trace-sent">
                  {sent}
                </p>
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** What a step did, unless it only passed on. */
function Told({ step }: { readonly step: Step }) {
  const { t, i18n } = useTranslation();
  const locale = useLocale();
  const { names } = useReferences();
  const { waits, failure } = step;
  if (waits?.for === 'time' && failure === undefined) {
    return (
      <Text size="xs" className="trace-waits">
        {waits.untilMs === null
          ? t('canvas.run.waitsForEver')
          : t('canvas.run.waitsUntil', { at: shortTime(waits.untilMs, i18n.language) })}
      </Text>
    );
  }
  const hasAskedOnly = (step.effectCount ?? 0) > 0 && Object.keys(step.changes ?? {}).length === 0;
  // A trigger only says that it began, and an action that changes no field is told by its own sentence.
  const isQuiet = step.kind.startsWith('trigger.') || (hasAskedOnly && !waits);
  if (isQuiet && failure === undefined) return null;
  return (
    <Text size="xs" {...(failure === undefined ? {} : { c: 'red' })}>
      {explainStep(step, names, locale)}
    </Text>
  );
}

/** The texts a step would send, filled in. */
function textsOf({ nodeId, effectCount }: Step, effects: readonly Effect[]): readonly string[] {
  if (!effectCount) return [];
  const texts = effects.flatMap((effect) => {
    if (effect.nodeId !== nodeId) return [];
    if (effect.type === 'sendSurvey') return [effect.question];
    return 'text' in effect ? [effect.text] : [];
  });
  return [...new Set(texts)];
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
