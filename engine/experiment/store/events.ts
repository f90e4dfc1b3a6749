import { FileError } from "../../files/file_error.ts";
import type { Simulation } from "../types.ts";

/** A line of a manifest. Times are ISO-8601 in UTC, `elapsed` is in milliseconds. */
export type ManifestEvent =
  /** The first line. */
  | {
    readonly event: "experiment";
    readonly format: 1;
    readonly name: string;
    readonly time: string;
  }
  /** A simulation that is to be run. */
  | {
    readonly event: "pending";
    readonly id: string;
    readonly time: string;
    readonly simulation: Simulation;
  }
  /** It was begun, or gone on with. */
  | { readonly event: "running"; readonly id: string; readonly time: string }
  /** Some of its sets failed, from `from` to before `to`. */
  | {
    readonly event: "sets failed";
    readonly id: string;
    readonly time: string;
    readonly from: number;
    readonly to: number;
    readonly reason: string;
  }
  /** All its sets are done. `elapsed` is null where the process was killed between its results and this line. */
  | {
    readonly event: "completed";
    readonly id: string;
    readonly time: string;
    readonly elapsed: number | null;
  }
  /** It came to nothing, or some of its sets did. */
  | {
    readonly event: "failed";
    readonly id: string;
    readonly time: string;
    readonly elapsed: number | null;
    readonly reason: string;
  }
  /** It failed, or its results are gone, and it is to be run again. */
  | { readonly event: "retry"; readonly id: string; readonly time: string };

const kinds: readonly ManifestEvent["event"][] = [
  ...["experiment", "pending", "running", "sets failed", "completed", "failed", "retry"] as const,
];

/** What a manifest holds, and the length of its whole lines. */
export interface ManifestText {
  readonly events: readonly ManifestEvent[];
  /** Bytes of the whole lines; what follows was torn off while it was written. */
  readonly length: number;
}

/**
 * Reads the bytes of a manifest. A last line without line feed was torn by a kill or a loss of power and does not count.
 *
 * @param path Named in errors.
 * @throws {FileError} For a whole line that is no event.
 */
export function readEvents(bytes: Uint8Array, path: string): ManifestText {
  const length = bytes.lastIndexOf(0x0a) + 1;
  const lines = new TextDecoder().decode(bytes.subarray(0, length)).split("\n").slice(0, -1);
  return {
    events: lines.map((line, index) => readEvent(line, `${path}, line ${index + 1}`)),
    length,
  };
}

function readEvent(line: string, where: string): ManifestEvent {
  const refuse = (found: string): never => {
    throw new FileError(`Cannot read ${where}: expected an event of an experiment but ${found}`);
  };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return refuse("it is damaged");
  }
  const event = value as ManifestEvent | null;
  if (typeof event !== "object" || event === null || !kinds.includes(event.event)) {
    return refuse(`found ${line.slice(0, 80)}`);
  }
  if (event.event === "experiment") {
    return event.format === 1 ? event : refuse(`found one of format ${event.format}, not 1`);
  }
  if (typeof event.id !== "string") return refuse(`found one without id`);
  return event;
}
