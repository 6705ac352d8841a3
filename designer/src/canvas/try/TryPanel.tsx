import { type Facts, type ScriptedMoment, TICKET_EVENT_TYPES, type Transcript } from '@alur/engine';
import { useApolloClient } from '@apollo/client/react';
import { Alert, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPlay, IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantToLocal, localToInstant } from '../condition/local-instant.ts';
import { flowMeaning } from '../edit/flow-meaning.ts';
import { useDocument, useEditor } from '../editor/editor-context.ts';
import { TicketFactsDocument } from '../flow-documents.ts';
import { useIssues } from '../problems/issues-store.ts';
import { useReferences } from '../references/references-context.ts';
import { EventFields } from './EventFields.tsx';
import { useLightPath } from './light-run.ts';
import { litPath } from './lit-path.ts';
import { playTrial, type Trial, type TrialAnswer } from './play-trial.ts';
import { TicketPick } from './TicketPick.tsx';
import { TrialMoments } from './TrialMoments.tsx';
import { TrialNext } from './TrialNext.tsx';
import { happeningOf, isTimed, startingEvent, TRIED_FLOW, type TrialEvent } from './trial-event.ts';
import { EMPTY_TICKET, factsOfWritten, readFacts } from './trial-facts.ts';
import { loadTrialWorld } from './trial-world.ts';
import { WrittenTicketFields } from './WrittenTicketFields.tsx';

type Source = 'pick' | 'write';

/** A trial as it stands, with the meaning of the flow it is about. */
interface Tried {
  readonly meaning: string;
  readonly trial: Trial;
  readonly transcript: Transcript;
}

/** Plays the flow as it is drawn now on a real or written ticket, as long as one likes, with each step's values. */
export function TryPanel() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const { references } = useReferences();
  const { actions, view } = useEditor();
  const flow = useDocument((document) => document.flow);
  const errorCount = useIssues((issues) => issues.errorCount);
  const light = useLightPath();
  const [source, setSource] = useState<Source>('pick');
  const [ticketId, setTicketId] = useState<string | null>(null);
  const [written, setWritten] = useState(EMPTY_TICKET);
  const [at, setAt] = useState<number | undefined>(undefined);
  const [chosenEvent, setChosenEvent] = useState<Partial<TrialEvent>>({});
  const [tried, setTried] = useState<Tried | null>(null);
  const [isFailed, setIsFailed] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const outcomeRef = useRef<HTMLDivElement>(null);
  const event: TrialEvent = { ...startingEvent(flow), ...chosenEvent };

  const meaning = useMemo(() => flowMeaning(flow), [flow]);
  const isStale = tried !== null && tried.meaning !== meaning;
  // What was shown is about the flow as it was then.
  useEffect(() => {
    if (isStale) view.setState({ path: null });
  }, [isStale, view]);

  const show = (trial: Trial, before: Transcript | null) => {
    const transcript = playTrial(trial);
    setTried({ meaning, trial, transcript });
    const path = pathOf(transcript, trial.flow.edges);
    light(path.nodeIds.length > 0 ? path : null, before ? pathOf(before, trial.flow.edges).nodeIds.length + 1 : 0);
    return transcript;
  };

  const begin = async (facts: Facts) => {
    const { place, others } = await loadTrialWorld(client, flow);
    const startMs = at ?? Date.now();
    const happening = happeningOf(event, facts, startMs, flow);
    const script: readonly ScriptedMoment[] = [{ atMs: startMs, ...happening }];
    const trial: Trial = { flow, others, facts, script, answers: {}, startMs, nowMs: startMs, place };
    const atOnce = show(trial, null);
    // The event is a time that comes: so it is let come.
    const nowMs = isTimed(event.type) && !hasRun(atOnce) ? atOnce.nextAtMs : null;
    const transcript = nowMs === null ? atOnce : show({ ...trial, nowMs }, null);
    requestAnimationFrame(() => void outcomeRef.current?.scrollIntoView({ block: 'nearest' }));
    actions.announce(t(hasRun(transcript) ? 'canvas.try.ran' : 'canvas.try.didNotStart'));
  };

  const start = async () => {
    setIsFailed(false);
    setIsBusy(true);
    try {
      if (source === 'write') {
        await begin(factsOfWritten(written, references, at ?? Date.now()));
      } else if (ticketId !== null) {
        const options = { variables: { id: ticketId }, fetchPolicy: 'network-only' } as const;
        const { data } = await client.query({ query: TicketFactsDocument, ...options });
        await begin(readFacts(data?.ticket?.facts));
      }
    } catch {
      setIsFailed(true);
    } finally {
      setIsBusy(false);
    }
  };

  const goOn = (change: Partial<Trial>) => {
    if (!tried) return;
    show({ ...tried.trial, ...change }, tried.transcript);
    actions.announce(t('canvas.try.wentOn'));
  };
  const happen = (next: TrialEvent) => {
    if (!tried) return;
    const { trial, transcript } = tried;
    const happening = happeningOf(next, transcript.facts, trial.nowMs, trial.flow);
    goOn({ script: [...trial.script, { atMs: trial.nowMs, ...happening }] });
  };
  const answer = (key: string, given: Omit<TrialAnswer, 'atMs'>) => {
    if (!tried) return;
    const { answers, nowMs } = tried.trial;
    goOn({ answers: { ...answers, [key]: { ...given, atMs: nowMs } } });
  };

  return (
    <Stack gap="md" data-testid="try">
      <Group gap={8} wrap="nowrap" align="flex-start" className="try-safe">
        <IconShieldCheck size={18} aria-hidden />
        <Text size="xs">{t('canvas.try.safe')}</Text>
      </Group>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('canvas.try.source')}
        value={source}
        data={[
          { value: 'pick', label: t('canvas.try.pick') },
          { value: 'write', label: t('canvas.try.write') },
        ]}
        onChange={(next) => setSource(next === 'write' ? 'write' : 'pick')}
      />
      {source === 'pick' ? (
        <TicketPick ticketId={ticketId} onPick={setTicketId} />
      ) : (
        <WrittenTicketFields ticket={written} onChange={setWritten} />
      )}
      <EventFields
        event={event}
        types={TICKET_EVENT_TYPES}
        flow={flow}
        onChange={(change) => setChosenEvent({ ...chosenEvent, ...change })}
      />
      <TextInput
        size="xs"
        type="datetime-local"
        label={t('canvas.try.asIf')}
        description={t('canvas.try.asIfHelp')}
        value={at === undefined ? '' : instantToLocal(at)}
        onChange={(change) => setAt(localToInstant(change.currentTarget.value))}
      />
      {errorCount > 0 && (
        <Text size="xs" className="alur-faint">
          {t('canvas.try.hasErrors', { count: errorCount })}
        </Text>
      )}
      <Button
        leftSection={<IconPlayerPlay size={16} />}
        loading={isBusy}
        disabled={source === 'pick' && ticketId === null}
        onClick={() => void start()}
      >
        {t('canvas.try.run')}
      </Button>
      {isFailed && (
        <Alert color="red" p="xs" icon={<IconAlertTriangle size={18} />}>
          {t('failure.network')}
        </Alert>
      )}
      <div ref={outcomeRef}>
        {tried && !isStale && (
          <Stack gap="md">
            <TrialMoments trial={tried.trial} transcript={tried.transcript} />
            <TrialNext
              key={tried.transcript.moments.length}
              trial={tried.trial}
              transcript={tried.transcript}
              onGoOn={(nowMs) => goOn({ nowMs })}
              onHappen={happen}
              onAnswer={answer}
            />
          </Stack>
        )}
      </div>
    </Stack>
  );
}

function pathOf({ moments, waiting }: Transcript, edges: Trial['flow']['edges']) {
  const runs = moments.flatMap(({ outcome }) => outcome.runs.filter(({ flowId }) => flowId === TRIED_FLOW));
  const waitingIds = waiting.flatMap(({ state }) =>
    state.flowId === TRIED_FLOW ? state.tokens.map(({ nodeId }) => nodeId) : [],
  );
  return litPath(runs, edges, waitingIds);
}

function hasRun({ moments }: Transcript): boolean {
  return moments.some(({ outcome }) => outcome.runs.length > 0);
}
