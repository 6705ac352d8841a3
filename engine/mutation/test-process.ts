import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORK_FOLDER } from './dry-run-record.ts';
import type { Answer, Question, TestFile } from './messages.ts';

const MAIN = fileURLToPath(new URL('./test-process-main.ts', import.meta.url));

type AnswerTo<Kind extends Question['kind']> = Extract<Answer, { kind: Kind }>;

/** A process with all tests loaded, which answers one question at a time. */
export class TestProcess {
  readonly #child: ChildProcess;
  #isDead = false;

  private constructor() {
    this.#child = fork(MAIN, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: resolve(WORK_FOLDER, 'compile-cache') },
    });
    this.#child.once('exit', () => {
      this.#isDead = true;
    });
  }

  /** Starts a process and lets it collect the tests of these files. Throws if that fails. */
  static async start(files: readonly TestFile[]): Promise<TestProcess> {
    const started = new TestProcess();
    const answer = await started.ask({ kind: 'load', files });
    if (answer === null) throw new Error('The process of the tests died while it loaded them.');
    return started;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** The answer, or null if the process died over the question. Throws where it failed to answer. */
  async ask<Kind extends Question['kind']>(
    question: Extract<Question, { kind: Kind }>,
  ): Promise<AnswerTo<Kind> | null> {
    const answer = await new Promise<Answer | null>((settled) => {
      const settle = (value: Answer | null): void => {
        this.#child.off('message', settle).off('exit', died);
        settled(value);
      };
      const died = (): void => settle(null);
      if (this.#isDead) return settled(null);
      this.#child.once('message', settle).once('exit', died).send(question);
    });
    if (answer?.kind === 'failed') throw new Error(answer.message);
    return answer as AnswerTo<Kind> | null;
  }

  /** Ends the process, whatever it is doing. */
  stop(): void {
    this.#child.kill('SIGKILL');
  }
}
