/**
 * Sets whether a Worker keeps the process alive, as each does at first.
 *
 * Deno's Workers have this as a method without a name, for its own use; there is no other way to have one wait.
 *
 * @returns Whether there is such a method.
 */
export function holdProcess(worker: Worker, hold: boolean): boolean {
  const methods = worker as unknown as Record<symbol, ((hold: boolean) => void) | undefined>;
  if (holding === undefined) return false;
  methods[holding]?.(hold);
  return true;
}

const holding = Object.getOwnPropertySymbols(Worker.prototype).find((symbol) => {
  const { value } = Object.getOwnPropertyDescriptor(Worker.prototype, symbol) ?? {};
  return typeof value === "function" && String(value).includes("unrefOpPromise");
});
