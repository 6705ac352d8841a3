import { Anchor, Text, Title } from '@mantine/core';
import { IconClockPause, IconRoute, IconRouteOff, IconUserCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhyKind } from '../graph/generated/graphql.ts';
import { Ago } from '../words/Ago.tsx';
import type { Ticket } from './ticket.ts';
import { WaitingFlows } from './WaitingFlows.tsx';
import { WhyNot } from './WhyNot.tsx';

type WhyEntry = Ticket['why'][number];

const ICONS: Readonly<Record<WhyKind, typeof IconRoute>> = {
  ASSIGNED: IconUserCheck,
  WAITING: IconClockPause,
  FLOW_ACTED: IconRoute,
  FLOW_DID_NOT_ACT: IconRouteOff,
};

/** Why the ticket is where it is, newest decision first; flows that did nothing come folded after those that did. */
export function WhyPanel({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation();
  const entries = ticket.why;
  // Flows that wait stand above, with what can be done about them.
  const decisions = entries.filter(({ kind, flow }) => kind !== 'FLOW_DID_NOT_ACT' && (kind !== 'WAITING' || !flow));
  const others = entries.filter(({ kind }) => kind === 'FLOW_DID_NOT_ACT');
  return (
    <section className="alur-card ticket-panel" aria-labelledby="ticket-why">
      <Title order={2} id="ticket-why">
        {t('tickets.why.title')}
      </Title>
      <WaitingFlows runs={ticket.runs.nodes} />
      {entries.length === 0 && (
        <Text size="sm" className="alur-faint">
          {t('tickets.why.empty')}
        </Text>
      )}
      <ol className="ticket-why-list">
        {decisions.map((entry) => (
          <WhyItem key={keyOf(entry)} entry={entry} />
        ))}
      </ol>
      {entries.some(({ kind, flow }) => kind === 'WAITING' && !flow) && <WhyNot ticketId={ticket.id} />}
      {others.length > 0 && (
        <details className="ticket-fold">
          <summary>{t('tickets.why.others', { count: others.length })}</summary>
          <ol className="ticket-why-list">
            {others.map((entry) => (
              <WhyItem key={keyOf(entry)} entry={entry} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function keyOf({ kind, at, text, flow }: WhyEntry): string {
  return [kind, at, flow?.id, text].join(' ');
}

function WhyItem({ entry }: { readonly entry: WhyEntry }) {
  const { t } = useTranslation();
  const { kind, at, text, details, flow, version, nodeId, run } = entry;
  const Icon = ICONS[kind];
  return (
    <li data-kind={kind}>
      <Icon size={20} stroke={1.7} aria-hidden className="ticket-why-icon" />
      <div className="ticket-why-text">
        <WhyText text={text} />
        <div className="ticket-why-foot">
          <span className="alur-faint">
            <Ago at={at} />
          </span>
          {flow && (
            <Link
              to="/flows/$flowId"
              params={{ flowId: flow.id }}
              search={{ version: version?.number, node: nodeId ?? undefined, run: run?.id }}
            >
              {version
                ? t('tickets.why.openVersion', { flow: flow.name, number: version.number })
                : t('tickets.why.openFlow', { flow: flow.name })}
            </Link>
          )}
        </div>
        {details.length > 0 && (
          <details className="ticket-fold">
            <summary>{t('tickets.why.details')}</summary>
            <ul>
              {details.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

/** Above so many letters a sentence is folded: large switches explain every case they tried. */
const LONG_TEXT = 260;

function WhyText({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const isLong = text.length > LONG_TEXT;
  return (
    <>
      <p className={isLong && !isWhole ? 'ticket-why-folded' : undefined}>{text}</p>
      {isLong && (
        <Anchor component="button" type="button" size="sm" onClick={() => setIsWhole(!isWhole)}>
          {t(isWhole ? 'tickets.why.less' : 'tickets.why.more')}
        </Anchor>
      )}
    </>
  );
}
