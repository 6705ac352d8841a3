import { useLazyQuery } from '@apollo/client/react';
import { Button, Loader, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBolt, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graph/generated/index.ts';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { useApiLocale } from './ticket.ts';

const MacrosDocument = graphql(`
  query Macros($ticketId: ID!) {
    macros(ticketId: $ticketId) { id name }
  }
`);

const PressFlowDocument = graphql(`
  mutation PressFlow($input: PressFlowInput!, $locale: Locale!) {
    pressFlow(input: $input) {
      ticket { ...TicketFields }
      runs { id acted }
      userErrors { code message path }
    }
  }
`);

/** The flows that have a button on this ticket for whoever is signed in. */
export function MacroMenu({ ticketId }: { readonly ticketId: string }) {
  const { t } = useTranslation();
  const locale = useApiLocale();
  const [load, { data, loading, error }] = useLazyQuery(MacrosDocument, { fetchPolicy: 'network-only' });
  const [press, pressing] = useAction(PressFlowDocument);
  const run = async ({ id, name }: { readonly id: string; readonly name: string }) => {
    const { data: answer } = await press({ variables: { input: { ticketId, flowId: id }, locale } });
    if (!answer || showUserErrors(answer.pressFlow.userErrors)) return;
    const isDone = answer.pressFlow.runs.some(({ acted }) => acted);
    notifications.show({
      color: isDone ? 'teal' : 'gray',
      title: t(isDone ? 'tickets.macro.done' : 'tickets.macro.nothing', { flow: name }),
      message: t('tickets.macro.doneText'),
    });
  };
  return (
    <Menu position="bottom-end" width={280} onOpen={() => void load({ variables: { ticketId } })}>
      <Menu.Target>
        <Button
          size="sm"
          ml="auto"
          variant="default"
          loading={pressing.loading}
          leftSection={<IconBolt size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          data-testid="macros"
        >
          {t('tickets.macro.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {loading && !data && (
          <Menu.Label>
            <Loader size={14} />
          </Menu.Label>
        )}
        {error && !data && <Menu.Label>{t('tickets.macro.failed')}</Menu.Label>}
        {data?.macros.length === 0 && (
          <Text size="sm" p="xs" className="alur-faint">
            {t('tickets.macro.none')}
          </Text>
        )}
        {data?.macros.map((flow) => (
          <Menu.Item key={flow.id} leftSection={<IconBolt size={15} aria-hidden />} onClick={() => void run(flow)}>
            {flow.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
