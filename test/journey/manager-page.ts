import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Locator, Page } from 'playwright-core';

/** What a manager does in the browser, in a manager's words. Every wait is for something a person would see. */
export class ManagerPage {
  readonly page: Page;
  /** Errors the browser logged: a clean page has none. */
  readonly problems: string[] = [];
  readonly #url: string;

  private constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && this.problems.push(message.text()));
  }

  static async open(context: BrowserContext, url: string): Promise<ManagerPage> {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return new ManagerPage(page, url);
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.#url}${path}`);
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.goTo('/sign-in');
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByRole('heading', { name: 'Flows' }).waitFor();
  }

  async createFlow(name: string): Promise<void> {
    await this.goTo('/flows');
    await this.page.getByTestId('new-flow').click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await this.page.getByTestId('flow-editor').waitFor();
  }

  step(text: string): Locator {
    return this.page.getByTestId('step').filter({ hasText: text });
  }

  /** Presses + on a port of a step and takes a kind by typing part of its name. */
  async addAfter(step: Locator, port: string, kind: string): Promise<void> {
    await step.getByRole('button', { name: `Add a step after “${port}”` }).click();
    await this.page.getByRole('combobox', { name: 'Add a step' }).fill(kind);
    await this.page
      .getByRole('option', { name: new RegExp(`^${kind}`) })
      .first()
      .click();
  }

  get inspector(): Locator {
    return this.page.getByTestId('inspector');
  }

  /** Chooses in a field of the inspector by typing; `option` is the entry to take. */
  async choose(field: Locator, typed: string, option: string = typed): Promise<void> {
    await field.click();
    await field.fill(typed);
    await this.page.getByRole('option', { name: new RegExp(`^${option}$`, 'i') }).click();
  }

  /** Makes the selected condition "<fact> is <value>". */
  async setComparison(fact: string, value: string): Promise<void> {
    const comparison = this.inspector.getByRole('group', { name: 'Comparison' });
    await this.choose(comparison.getByRole('combobox', { name: 'What to look at' }), fact);
    await comparison.getByRole('combobox', { name: 'Value' }).fill(value);
    await this.page.getByRole('option', { name: new RegExp(`^(Use “${value}”|${value})$`) }).click();
  }

  async setQueue(queue: string): Promise<void> {
    await this.choose(this.inspector.getByRole('combobox', { name: 'Queue', exact: true }), queue);
  }

  async requireSkill(skill: string): Promise<void> {
    await this.inspector.getByRole('button', { name: 'Skill', exact: true }).click();
    await this.choose(this.inspector.getByRole('combobox', { name: 'Skill', exact: true }), skill);
  }

  /** Opens the cases of the selected switch as a table. */
  async openTable(): Promise<Locator> {
    await this.inspector.getByRole('button', { name: 'Edit as a table' }).click();
    return this.page.getByRole('dialog', { name: /^Decision table/ });
  }

  async publish(note: string, version: number): Promise<void> {
    await this.page.getByTestId('save-status').filter({ hasText: 'Saved' }).waitFor();
    await this.page.getByTestId('publish').click();
    const dialog = this.page.getByRole('dialog', { name: 'Publish this flow' });
    await dialog.getByLabel('Note').fill(note);
    await dialog.getByTestId('publish-confirm').click();
    await this.page.getByText(`Version ${version} is live`).first().waitFor();
    await dialog.waitFor({ state: 'hidden' });
  }

  async rollBackTo(version: number): Promise<void> {
    await this.page.getByRole('button', { name: 'Versions' }).click();
    await this.page.getByTestId(`version-${version}`).getByRole('button', { name: 'Roll back to it' }).click();
    await this.page.getByText(`Rolled back to version ${version}`).first().waitFor();
  }

  /** What axe finds wrong on the page as it stands, as `rule: element`; transitions are let end first. */
  async accessibilityProblems(): Promise<string[]> {
    await this.page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    // The small + buttons of a zoomed drawing have full-size equivalents in the palette, the step's menu and the outline.
    const isExcepted = (id: string, html: string) => id === 'target-size' && html.includes('add-button');
    return violations.flatMap(({ id, nodes }) =>
      nodes.filter(({ html }) => !isExcepted(id, html)).map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  }
}
