import type { ReferencePage } from '@alur/engine';
import { Badge, Table, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What flows may ask about, by what it belongs to. */
export function FactTable({ groups }: { readonly groups: ReferencePage['facts'] }) {
  const { t } = useTranslation();
  return (
    <Section id="facts" title={t('canvas.reference.facts')}>
      {groups.map(({ group, label, entries }) => (
        <GroupTable key={group} caption={label}>
          {entries.map(({ fact, label: name, type, options, isSettable, isTracked }) => (
            <Table.Tr key={fact} id={`fact-${fact}`}>
              <Table.Td>
                <span className="first-capital">{name}</span>
                <br />
                <code className="reference-key">{fact}</code>
              </Table.Td>
              <Table.Td>
                {type}
                {options.length > 0 && <span className="alur-faint">: {options.join(', ')}</span>}
                <br />
                {isSettable && <Mark text={t('canvas.reference.settable')} />}{' '}
                {isTracked && <Mark text={t('canvas.reference.tracked')} />}
              </Table.Td>
            </Table.Tr>
          ))}
        </GroupTable>
      ))}
    </Section>
  );
}

/** How facts of each type can be compared. */
export function OperatorTable({ groups }: { readonly groups: ReferencePage['operators'] }) {
  const { t } = useTranslation();
  return (
    <Section id="operators" title={t('canvas.reference.operators')}>
      {groups.map(({ type, label, entries }) => (
        <GroupTable key={type} caption={label}>
          {entries.map(({ op, label: name, help, ifMissing }) => (
            <Table.Tr key={op}>
              <Table.Td>
                {name}
                <br />
                <code className="reference-key">{op}</code>
              </Table.Td>
              <Table.Td>
                {help}
                {ifMissing !== null && (
                  <span className="alur-faint">
                    {' '}
                    {t(ifMissing ? 'canvas.reference.missingHolds' : 'canvas.reference.missingHoldsNot')}
                  </span>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </GroupTable>
      ))}
    </Section>
  );
}

/** What the check can find, each with an example. */
export function IssueTable({ issues }: { readonly issues: ReferencePage['issues'] }) {
  const { t } = useTranslation();
  return (
    <Section id="issues" title={t('canvas.reference.issues')}>
      <Table.ScrollContainer minWidth={320}>
        <Table verticalSpacing={8}>
          <Table.Tbody>
            {issues.map(({ code, severity, text }) => (
              <Table.Tr key={code} id={`issue-${code}`}>
                <Table.Td>
                  <Badge variant="light" tt="none" color={severity === 'error' ? 'red' : 'yellow'}>
                    {t(severity === 'error' ? 'canvas.reference.error' : 'canvas.reference.warning')}
                  </Badge>{' '}
                  {text}
                  <br />
                  <code className="reference-key">{code}</code>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ id, title, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {children}
    </section>
  );
}

function GroupTable({ caption, children }: { readonly caption: string; readonly children: ReactNode }) {
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table verticalSpacing={6} layout="fixed">
        <Table.Caption className="reference-caption">{caption}</Table.Caption>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Mark({ text }: { readonly text: string }) {
  return (
    <Badge variant="light" color="gray" tt="none" size="sm">
      {text}
    </Badge>
  );
}
