import type { Facts } from '../facts/fact-value.ts';
import type { NaiveFlow, NaiveMoment } from './naive-run.test-support.ts';

/** Lives that once went differently from a plain walk, with the cause. */
export const REGRESSIONS: readonly {
  readonly cause: string;
  readonly flows: readonly NaiveFlow[];
  readonly life: readonly NaiveMoment[];
  readonly facts: Facts;
}[] = [];
