import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** OWASP's recommendation: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

/** Hashing takes 19 MiB and a core each; more at once would let a flood of sign-ins take the machine. */
const AT_ONCE = 4;

export const PASSWORD_LENGTH = { least: 10, most: 200 } as const;

/** The password's argon2id hash in PHC form. About 30 ms of one core. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt, COST);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${toText(salt)}$${toText(tag)}`;
}

/** Whether the password is the one that was hashed. Takes as long when `hash` is null, so that time tells nothing. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const match = PHC.exec(hash ?? NOBODYS);
  if (!match) throw new Error('A stored password hash is not in PHC form.');
  const [, memory, passes, parallelism, salt = '', tag = ''] = match;
  const expected = Buffer.from(tag, 'base64');
  const derived = await derive(password, Buffer.from(salt, 'base64'), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(derived, expected) && hash !== null;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/;
const NOBODYS = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${toText(Buffer.alloc(16))}$${toText(Buffer.alloc(32))}`;

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly tagLength: number;
}

let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await new Promise((resolve, reject) => {
      // NFKC, so that a password typed on another keyboard is the same password.
      const message = Buffer.from(password.normalize('NFKC'));
      argon2('argon2id', { message, nonce, ...cost }, (error, tag) => (error ? reject(error) : resolve(tag)));
    });
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function toText(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
