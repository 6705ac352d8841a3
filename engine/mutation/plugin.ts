import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { InProcessTestRunner } from './in-process-test-runner.ts';

/** What Stryker loads: the test runner `in-process`. */
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessTestRunner)];

/** Its part of stryker.config.json, which Stryker holds the file against. */
export const strykerValidationSchema = {
  properties: {
    inProcess: {
      title: 'The test runner that keeps all tests in one process',
      type: 'object',
      additionalProperties: false,
      required: ['testFiles'],
      properties: {
        testFiles: {
          description: 'Patterns of the test files.',
          type: 'array',
          items: { type: 'string' },
          minItems: 1,
        },
      },
    },
  },
};
