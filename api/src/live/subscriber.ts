import type { Actor } from '../access/actor.ts';
import { frameHead, spliceFrame } from './live-frame.ts';

/** The part of a WebSocket the hub uses. */
export interface LiveSocket {
  readonly isOpen: boolean;
  /** Bytes sent that the network has not taken yet. */
  readonly bufferedAmount: number;
  /** Sends a whole WebSocket frame, given as its bytes (`latin1`). */
  write(frame: string): void;
  close(code: number, reason: string): void;
}

/** With more than this unsent, states are skipped and logs wait. */
const SLOW_BYTES = 256 * 1024;
/** A client that stays slow for this long is sent away, and may come back. */
const GIVE_UP_AFTER_MS = 30_000;
/** "Try again later": graphql-ws clients reconnect after it. */
const TRY_AGAIN_LATER = 1013;

/** One subscription of one client. */
export class Subscriber {
  readonly socket: LiveSocket;
  readonly actor: Actor;
  readonly #head: string;
  readonly #end: (error: Error) => void;
  #slowSinceMs: number | null = null;
  #isOver = false;

  /** @param end ends the subscription at the client with an error. */
  constructor(socket: LiveSocket, subscriptionId: string, actor: Actor, end: (error: Error) => void) {
    this.socket = socket;
    this.actor = actor;
    this.#head = frameHead(subscriptionId);
    this.#end = end;
  }

  /** @returns false if nothing was sent because the client doesn't keep up. */
  send(tail: string): boolean {
    const { socket } = this;
    if (this.#isOver || !socket.isOpen) return true;
    if (socket.bufferedAmount > SLOW_BYTES) {
      this.#noteSlow();
      return false;
    }
    this.#slowSinceMs = null;
    socket.write(spliceFrame(this.#head, tail));
    return true;
  }

  /** True if the client takes messages again, or is gone. Sends it away when it has been slow for too long. */
  isReady(): boolean {
    const { socket } = this;
    if (!socket.isOpen || socket.bufferedAmount <= SLOW_BYTES) return true;
    this.#noteSlow();
    return false;
  }

  /** True once the client or the hub ended the subscription: nothing more may be sent. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Ends the subscription from the client's side. */
  leave(): void {
    this.#isOver = true;
  }

  /** Ends the subscription with an error the client gets to see. */
  fail(error: Error): void {
    this.#isOver = true;
    this.#end(error);
  }

  #noteSlow(): void {
    const nowMs = performance.now();
    this.#slowSinceMs ??= nowMs;
    if (nowMs - this.#slowSinceMs > GIVE_UP_AFTER_MS) this.socket.close(TRY_AGAIN_LATER, 'Too slow');
  }
}
