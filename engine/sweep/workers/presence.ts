/** The part of the Web Locks API that is used; Deno has it since 2.9. */
interface Locks {
  request(
    name: string,
    options: { readonly signal?: AbortSignal },
    granted: () => Promise<void> | void,
  ): Promise<void>;
}

const { locks } = navigator as { readonly locks?: Locks };

/** Holds a lock for as long as this thread lives. */
export function bePresent(name: string): void {
  void locks?.request(name, {}, () => new Promise(() => {}));
}

/**
 * Calls back once a thread that is present under a name has ended, however it did. There is no event for a Worker that closes
 * itself, but its lock is free then.
 *
 * @param signal Ends the waiting.
 */
export function onAbsence(name: string, signal: AbortSignal, call: () => void): void {
  locks?.request(name, { signal }, call).catch((error) => {
    if (!signal.aborted) throw error;
  });
}
