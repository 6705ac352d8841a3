import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.ts';
import { launchChromium } from '../browser/chromium.ts';
import { type AlurProcess, startAlur } from '../running/alur-process.ts';
import { askOrThrow } from '../running/graphql-client.ts';
import { ManagerPage } from './manager-page.ts';

const MANAGER = { email: 'manager@demo.example', password: 'try-alur-today' };
const SHOTS = join(ROOT, 'test', 'results', 'screenshots');

const CREATE_TICKET = `mutation ($input: CreateTicketInput!) {
  createTicket(input: $input) { ticket { id number } userErrors { code message } }
}`;

/**
 * A customer-service manager draws a flow, publishes it, sees a ticket reach a skilled agent live, reads why, changes
 * the flow and rolls it back. One Alur, one browser, in the order a person would go; later steps build on earlier ones.
 */
describe('a manager draws a flow and watches tickets go by it', () => {
  let alur: AlurProcess;
  let browser: Browser;
  let context: BrowserContext;
  let canvas: ManagerPage;
  let board: ManagerPage;
  let token: string;
  let serial = 0;

  const create = async <T>(mutation: string, type: string, thing: string, input: unknown): Promise<string> => {
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${thing} { id } userErrors { message } } }`;
    const data = await askOrThrow<Record<string, Record<string, { id: string }>>>(alur.url, query, { input }, token);
    return data[mutation]?.[thing]?.id as T & string;
  };

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    alur = await startAlur();
    token = alur.operatorToken();
    for (const name of ['Billing', 'Second line']) {
      const skillId = await create('createSkill', 'CreateSkillInput', 'skill', { name });
      await create('createQueue', 'CreateQueueInput', 'queue', { name });
      await create('createAgent', 'CreateAgentInput', 'agent', {
        name: `${name} agent`,
        presence: 'ONLINE',
        capacity: 20,
        skills: [{ skillId, level: 3 }],
      });
    }
    browser = await launchChromium();
    context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    canvas = await ManagerPage.open(context, alur.url);
    board = await ManagerPage.open(context, alur.url);
  });

  afterAll(async () => {
    await browser?.close();
    await alur?.dispose();
  });

  /** Sends a ticket and measures, in milliseconds, how long the open board takes to show who got it. */
  const sendAndWatch = async (agent: string): Promise<{ number: number; tookMs: number }> => {
    const startedAt = performance.now();
    const subject = `Invoice question ${++serial}`;
    const data = await askOrThrow<{ createTicket: { ticket: { number: number } } }>(
      alur.url,
      CREATE_TICKET,
      { input: { subject, category: 'Billing', externalId: `journey-${serial}` } },
      token,
    );
    const feed = board.page.locator('li').filter({ hasText: subject });
    await feed.filter({ hasText: agent }).waitFor({ timeout: 10_000 });
    return { number: data.createTicket.ticket.number, tookMs: performance.now() - startedAt };
  };

  it('signs in', async () => {
    await canvas.signIn(MANAGER.email, MANAGER.password);
    expect.soft(await canvas.accessibilityProblems()).toEqual([]);
  });

  it('draws trigger -> condition -> route and publishes', async () => {
    await canvas.createFlow('Billing first');
    await canvas.page.getByRole('button', { name: 'When a ticket is created', exact: true }).click();
    await canvas.addAfter(canvas.step('When a ticket is created'), 'then', 'Condition');
    await canvas.setComparison('Category', 'Billing');
    await canvas.addAfter(canvas.step('If category is Billing'), 'Yes', 'Route to queue');
    await canvas.setQueue('Billing');
    await canvas.requireSkill('Billing');
    await canvas.step('Route to queue Billing').waitFor();
    await canvas.publish('Billing goes to billing', 1);
    await canvas.page.screenshot({ path: join(SHOTS, 'canvas.png') });
    expect.soft(await canvas.accessibilityProblems()).toEqual([]);
  });

  it('sees a ticket reach the skilled agent on the open board within a second, without reload', async () => {
    await board.goTo('/board');
    await board.page.getByText(/^Live/).first().waitFor();
    const times: number[] = [];
    for (let round = 0; round < 5; round++) times.push((await sendAndWatch('Billing agent')).tookMs);
    times.sort((a, b) => a - b);
    console.log(`created -> on the board: ${times.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}`);
    expect(times[2]).toBeLessThan(1000);
    expect.soft(await board.accessibilityProblems()).toEqual([]);
  });

  it('reads on the ticket why it is there', async () => {
    const { number } = await sendAndWatch('Billing agent');
    const ticket = await ManagerPage.open(context, alur.url);
    await ticket.goTo(`/tickets/${number}`);
    const why = ticket.page.getByRole('region', { name: 'Why is it here?' });
    await why.getByText('Billing first').first().waitFor();
    const text = await why.textContent();
    expect(text).toMatch(/category is Billing/i);
    expect(text).toMatch(/Assigned to Billing agent/);
    await ticket.page.screenshot({ path: join(SHOTS, 'ticket.png') });
    expect.soft(await ticket.accessibilityProblems()).toEqual([]);
    expect(ticket.problems).toEqual([]);
    await ticket.page.close();
  });

  it('changes the route, and the next ticket goes elsewhere', async () => {
    await canvas.step('Route to queue Billing').click();
    await canvas.setQueue('Second line');
    await canvas.inspector.getByRole('button', { name: 'Remove this skill' }).click();
    await canvas.requireSkill('Second line');
    await canvas.publish('Second line takes billing', 2);
    await sendAndWatch('Second line agent');
  });

  it('rolls back, and the next ticket goes the old way', async () => {
    await canvas.rollBackTo(1);
    await sendAndWatch('Billing agent');
  });

  it('tries a real ticket on the canvas; its path lights up, and nothing is sent or stored', async () => {
    const { number } = await sendAndWatch('Billing agent');
    const logOf = (ticketNumber: number) =>
      askOrThrow(
        alur.url,
        'query ($number: Int!) { ticketByNumber(number: $number) { updatedAt events(first: 100) { nodes { id } } runs { nodes { id } } } }',
        { number: ticketNumber },
        token,
      );
    const before = await logOf(number);
    await canvas.page.getByRole('button', { name: 'Try it', exact: true }).first().click();
    const trial = canvas.page.getByTestId('try');
    await trial.getByRole('textbox', { name: 'Ticket' }).fill(String(number));
    await trial
      .getByRole('radio')
      .filter({ hasText: `#${number} ` })
      .click();
    await trial.getByRole('button', { name: 'Try it' }).click();
    await trial.getByText('The flow would do this').waitFor();
    await canvas.page.screenshot({ path: join(SHOTS, 'trial.png') });
    expect.soft(await canvas.accessibilityProblems()).toEqual([]);
    expect(await logOf(number)).toEqual(before);
  });

  it('fills in a switch as a decision table; form, canvas and undo are in step with it', async () => {
    await canvas.createFlow('By category');
    await canvas.page.getByRole('button', { name: 'When a ticket is created', exact: true }).click();
    await canvas.addAfter(canvas.step('When a ticket is created'), 'then', 'Switch');
    const table = await canvas.openTable();
    await canvas.choose(table.getByRole('combobox', { name: /^Add a column/ }), 'Category');
    await table.getByRole('button', { name: 'category in “Case 1”: anything' }).click();
    await table.getByRole('combobox', { name: 'Value' }).fill('Billing');
    await canvas.page.getByRole('option', { name: /Billing/ }).click();
    await table.getByRole('button', { name: 'Done' }).click();
    const cell = table.getByRole('button', { name: 'category in “Case 1”: is Billing' });
    await cell.waitFor();
    await canvas.step('category is Billing').waitFor();
    await canvas.page.screenshot({ path: join(SHOTS, 'decision-table.png') });
    expect.soft(await canvas.accessibilityProblems()).toEqual([]);
    await cell.press('Control+z');
    await table.getByRole('button', { name: 'category in “Case 1”: anything' }).waitFor();
    await table.getByRole('button', { name: 'Close' }).click();
    await canvas.step('category is Billing').waitFor({ state: 'detached' });
  });

  it('is the same in Indonesian, in the dark and on a phone', async () => {
    const phone = await browser.newContext({
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
      locale: 'id-ID',
      storageState: await context.storageState(),
      reducedMotion: 'reduce',
    });
    const page = await ManagerPage.open(phone, alur.url);
    for (const path of ['/flows', '/board', '/tickets', '/settings']) {
      await page.goTo(path);
      await page.page.getByRole('heading', { level: 1 }).waitFor();
      await page.page.screenshot({ path: join(SHOTS, `phone${path.replaceAll('/', '-')}.png`) });
      expect.soft(await page.accessibilityProblems(), path).toEqual([]);
      const overflow = await page.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    expect(page.problems).toEqual([]);
    await phone.close();
  });

  it('found no error in the browser on the way', () => {
    expect([...canvas.problems, ...board.problems]).toEqual([]);
  });
});
