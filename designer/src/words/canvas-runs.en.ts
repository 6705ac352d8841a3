/** Texts of runs: how they stand, and what a person can do with them. */
export const canvasRunsEn = {
  run: {
    outcome: {
      done: 'Came to its end',
      stopped: 'Ended by a stop',
      failed: 'Failed',
      waiting: 'Waiting',
      cancelled: 'Called off',
    },
    waitsUntil: 'Waits until {{at}}',
    waitsForEver: 'Waits until something happens',
    waitsForAnswer: 'Waits for an answer',
    branch: 'Branch {{number}}',
    wentOn: 'Went on {{at}}: {{event}}',
    byTime: 'its time was up or an answer came',
    startedBy: 'Started by a run of “{{flow}}”',
    continues: 'This is what a run did after it had waited. See it from its start.',
    cancel: 'Call this run off',
    cancelText: 'It stops waiting for good. What it did so far stands.',
    cancelConfirm: 'Call off',
    keep: 'Let it wait',
    cancelled: 'The run is called off',
  },
};
