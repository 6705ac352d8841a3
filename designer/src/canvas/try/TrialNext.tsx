import { type FlowNode, nodeDefinition, type Transcript, WAIT_END_TYPES } from '@alur/engine';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconCheck, IconMessageCircle, IconPlayerTrackNext, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortTime } from '../../words/times.ts';
import { useReferences } from '../references/references-context.ts';
import { stepText } from '../references/step-text.ts';
import { useLocale } from '../references/use-locale.ts';
import { AnswerValues, type AnswerValuesProps } from './AnswerValues.tsx';
import { EventFields } from './EventFields.tsx';
import { type OpenQuestion, openQuestions, type Trial, type TrialAnswer } from './play-trial.ts';
import { startingEvent, TRIED_FLOW, type TrialEvent } from './trial-event.ts';

interface TrialNextProps {
  readonly trial: Trial;
  readonly transcript: Transcript;
  /** Lets the clock go on to an instant. */
  readonly onGoOn: (nowMs: number) => void;
  readonly onHappen: (event: TrialEvent) => void;
  readonly onAnswer: (key: string, answer: Omit<TrialAnswer, 'atMs'>) => void;
}

/** What a trial waits for, and how to go on: let time pass, let something happen, answer for the outside. */
export function TrialNext({ trial, transcript, onGoOn, onHappen, onAnswer }: TrialNextProps) {
  const { t, i18n } = useTranslation();
  const locale = useLocale();
  const { names } = useReferences();
  const [later, setLater] = useState<TrialEvent | null>(null);
  const { waiting, nextAtMs } = transcript;
  const questions = openQuestions(transcript).filter(({ nodeId }) => nodeOf(trial, nodeId));
  const waits = waiting.flatMap(({ state }) =>
    state.flowId === TRIED_FLOW ? state.tokens.filter((token) => token.for === 'time') : [],
  );
  if (waits.length === 0 && questions.length === 0 && nextAtMs === null) return null;
  const start = startingEvent(trial.flow);
  return (
    <Paper withBorder p="sm" radius="md" data-testid="trial-next">
      <Stack gap="sm">
        {waits.map(({ id, nodeId, dueAtMs }) => {
          const node = nodeOf(trial, nodeId);
          return (
            <div key={id}>
              <Text size="sm" fw={600}>
                {dueAtMs === null
                  ? t('canvas.run.waitsForEver')
                  : t('canvas.run.waitsUntil', { at: shortTime(dueAtMs, i18n.language) })}
              </Text>
              {node && (
                <Text size="xs" className="alur-faint">
                  {stepText(node, names, locale, node.kind).sentence}
                </Text>
              )}
            </div>
          );
        })}
        {questions.map((question) => (
          <Question key={question.key} question={question} trial={trial} onAnswer={onAnswer} />
        ))}
        {nextAtMs !== null && (
          <Button
            variant="light"
            size="xs"
            leftSection={<IconPlayerTrackNext size={14} />}
            onClick={() => onGoOn(nextAtMs)}
          >
            {t('canvas.try.goOn', { at: shortTime(nextAtMs, i18n.language) })}
          </Button>
        )}
        {waits.length > 0 && (
          <Group gap={6}>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconMessageCircle size={14} />}
              onClick={() => onHappen({ ...start, type: 'ticketReplied', author: 'customer', isFirstReply: false })}
            >
              {t('canvas.try.customerReplies')}
            </Button>
            <Button
              variant="subtle"
              size="xs"
              onClick={() => setLater(later ? null : { ...start, type: 'ticketReplied', author: 'agent' })}
              aria-expanded={later !== null}
            >
              {t('canvas.try.somethingElse')}
            </Button>
          </Group>
        )}
        {later && (
          <>
            <EventFields
              event={later}
              types={[...WAIT_END_TYPES, 'ticketClosed']}
              flow={trial.flow}
              onChange={(change) => setLater({ ...later, ...change })}
            />
            <Button size="xs" variant="default" onClick={() => onHappen(later)}>
              {t('canvas.try.letItHappen')}
            </Button>
          </>
        )}
      </Stack>
    </Paper>
  );
}

function nodeOf({ flow }: Trial, nodeId: string): FlowNode | undefined {
  return flow.nodes.find(({ id }) => id === nodeId);
}

interface QuestionProps extends Pick<TrialNextProps, 'trial' | 'onAnswer'> {
  readonly question: OpenQuestion;
}

/** A step that waits for the outside: somebody says how it went, and what came back. */
function Question({ question: { key, nodeId, effect }, trial, onAnswer }: QuestionProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { names } = useReferences();
  const [values, setValues] = useState<AnswerValuesProps['values']>({});
  const node = nodeOf(trial, nodeId);
  if (!node) return null;
  const prefix = `result.${nodeId}.`;
  const results = nodeDefinition(node.kind)?.results(node.config, nodeId) ?? [];
  return (
    <Stack gap={6} role="group" aria-label={stepText(node, names, locale, node.kind).title}>
      <div>
        <Text size="sm" fw={600}>
          {t('canvas.try.waitsForAnswer', { step: stepText(node, names, locale, node.kind).title })}
        </Text>
        {effect.type === 'callWebhook' && (
          <Text size="xs" className="alur-faint trial-wrap">
            {effect.method} {effect.url}
          </Text>
        )}
      </div>
      <AnswerValues results={results} prefix={prefix} values={values} onChange={setValues} />
      <Group gap={6}>
        <Button
          size="xs"
          variant="light"
          leftSection={<IconCheck size={14} />}
          onClick={() => onAnswer(key, { results: values })}
        >
          {t('canvas.try.wentWell')}
        </Button>
        <Button
          size="xs"
          variant="light"
          color="red"
          leftSection={<IconX size={14} />}
          onClick={() => onAnswer(key, { failure: 'refused' })}
        >
          {t('canvas.try.failed')}
        </Button>
      </Group>
    </Stack>
  );
}
