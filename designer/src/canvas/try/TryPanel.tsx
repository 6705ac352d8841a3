import { explainConsideration, type Facts, namesOf, type RunOutcome } from '@alur/engine';
import { useApolloClient } from '@apollo/client/react';
import { Alert, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPlay, IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../access/viewer.ts';
import { instantToLocal, localToInstant } from '../condition/local-instant.ts';
import { flowMeaning } from '../edit/flow-meaning.ts';
import { useDocument, useEditor } from '../editor/editor-context.ts';
import { TicketFactsDocument } from '../flow-documents.ts';
import { useIssues } from '../problems/issues-store.ts';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { EventFields } from './EventFields.tsx';
import { useLightRun } from './light-run.ts';
import { StepTraces } from './StepTraces.tsx';
import { TicketPick } from './TicketPick.tsx';
import { EMPTY_TICKET, factsOfWritten, readFacts } from './trial-facts.ts';
import { eventsOf, type TrialEvent, tryFlow } from './try-flow.ts';
import { WrittenTicketFields } from './WrittenTicketFields.tsx';

type Source = 'pick' | 'write';

/** Runs the flow as it is drawn now on a real or written ticket, and shows each step with the values seen. */
export function TryPanel() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const { references } = useReferences();
  const { actions, view } = useEditor();
  const { workspace } = useViewer();
  const flow = useDocument((document) => document.flow);
  const errorCount = useIssues((issues) => issues.errorCount);
  const light = useLightRun();
  const [source, setSource] = useState<Source>('pick');
  const [ticketId, setTicketId] = useState<string | null>(null);
  const [written, setWritten] = useState(EMPTY_TICKET);
  const [at, setAt] = useState<number | undefined>(undefined);
  const [chosenEvent, setChosenEvent] = useState<Partial<TrialEvent>>({});
  const [tried, setTried] = useState<{ readonly meaning: string; readonly outcome: RunOutcome } | null>(null);
  const [isFailed, setIsFailed] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const outcomeRef = useRef<HTMLDivElement>(null);
  const event: TrialEvent = {
    type: eventsOf(flow)[0] ?? 'ticketCreated',
    author: 'customer',
    isFirstReply: true,
    changedFact: 'ticket.priority',
    valueBefore: null,
    ...chosenEvent,
  };

  const meaning = useMemo(() => flowMeaning(flow), [flow]);
  const outcome = tried?.meaning === meaning ? tried.outcome : null;
  const isStale = tried !== null && outcome === null;
  // What was shown is about the flow as it was then.
  useEffect(() => {
    if (isStale) view.setState({ path: null });
  }, [isStale, view]);

  const run = (facts: Facts) => {
    const result = tryFlow({ flow, event, facts, nowMs: at ?? Date.now(), timeZone: workspace.timeZone });
    setTried({ meaning, outcome: result });
    light(result.runs[0] ?? null);
    requestAnimationFrame(() => void outcomeRef.current?.scrollIntoView({ block: 'nearest' }));
    actions.announce(t(result.runs[0] ? 'canvas.try.ran' : 'canvas.try.didNotStart'));
  };

  const start = async () => {
    setIsFailed(false);
    if (source === 'write') return run(factsOfWritten(written, references));
    if (ticketId === null) return;
    setIsBusy(true);
    try {
      const { data } = await client.query({
        query: TicketFactsDocument,
        variables: { id: ticketId },
        fetchPolicy: 'network-only',
      });
      run(readFacts(data?.ticket?.facts));
    } catch {
      setIsFailed(true);
    } finally {
      setIsBusy(false);
    }
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
      <EventFields event={event} flow={flow} onChange={(change) => setChosenEvent({ ...chosenEvent, ...change })} />
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
      <div ref={outcomeRef}>{outcome && <Outcome outcome={outcome} />}</div>
    </Stack>
  );
}

function Outcome({ outcome }: { readonly outcome: RunOutcome }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { references } = useReferences();
  const flow = useDocument((document) => document.flow);
  const [run] = outcome.runs;
  if (run) {
    return (
      <section aria-label={t('canvas.try.steps')}>
        <Text fw={600} size="sm" mb={8}>
          {t(run.acted ? 'canvas.try.acted' : 'canvas.try.actedNot')}
        </Text>
        <StepTraces steps={run.steps} />
      </section>
    );
  }
  const names = namesOf(references, flow);
  const reasons = outcome.considerations.map((consideration) => {
    // The sentence begins with the flow's name, which is plain here, up to the first colon.
    const sentence = explainConsideration(consideration, outcome, { flowName: '', versionNumber: 0 }, names, locale);
    return sentence.slice(sentence.indexOf(': ') + 2);
  });
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={18} />} title={t('canvas.try.didNotStart')}>
      {reasons.length === 0 ? t('canvas.try.noTrigger') : reasons.map((reason) => <div key={reason}>{reason}</div>)}
    </Alert>
  );
}
