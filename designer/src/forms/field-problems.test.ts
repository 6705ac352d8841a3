import { describe, expect, it } from 'vitest';
import { sortProblems } from './field-problems.ts';

const refusal = (path: string[], message = path.join('/')) => ({ code: 'INVALID', message, path });
const text = ({ message }: { message: string }) => message;

describe('refusals', () => {
  it('go to the longest field their path begins with', () => {
    const problems = sortProblems([refusal(['input', 'targets', '0', 'low'])], ['targets', 'targets.0'], text);
    expect(problems).toEqual({ byField: { 'targets.0': 'input/targets/0/low' }, rest: [] });
  });

  it('never go to a field that only begins with the same letters', () => {
    expect(sortProblems([refusal(['input', 'names'])], ['name'], text).rest).toEqual(['input/names']);
  });

  it('stay with the form where no field is meant, each text once', () => {
    const problems = sortProblems([refusal([], 'No.'), refusal(['input'], 'No.')], ['name'], text);
    expect(problems).toEqual({ byField: {}, rest: ['No.'] });
  });

  it('show the first of several about one field', () => {
    const problems = sortProblems([refusal(['input', 'name'], 'A'), refusal(['input', 'name'], 'B')], ['name'], text);
    expect(problems.byField).toEqual({ name: 'A' });
  });
});
