import { type Logger, pino } from 'pino';
import type { LogLevel } from '../config/config.ts';

/** JSON lines on standard error. Whatever names a secret or a person is left out, wherever it stands. */
export function createLog(level: LogLevel): Logger {
  const secret = ['authorization', 'cookie', 'password', 'secret', 'token', 'email', 'phone'];
  return pino(
    { level, redact: { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[removed]' } },
    pino.destination({ fd: 2, sync: true }),
  );
}
