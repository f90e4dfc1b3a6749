import { simulationLabel } from "./simulation_label.ts";
import { plural } from "../../engine/stats/plural.ts";
import { readResults, readStore } from "../../engine/experiment/store/read_store.ts";
import { sweepText } from "../../engine/sweep/report/sweep_text.ts";
import { InputError } from "../command/input_error.ts";
import type { CheckedBatchFlags } from "./check_flags.ts";

/**
 * A simulation of a store as a page for a terminal.
 *
 * @throws {InputError} If none has an id that begins so, or several do.
 */
export async function simulationPage(
  store: string,
  { show, color, by, order, filter, top }: CheckedBatchFlags & {
    /** Its id, or the first digits of it. */
    readonly show: string;
    readonly color: boolean;
  },
): Promise<string> {
  const { simulations } = readStore(store);
  const found = simulations.filter(({ simulation: { id } }) => id.startsWith(show.toLowerCase()));
  if (found.length !== 1) {
    const count = found.length === 0 ? "none" : `${found.length} of them`;
    throw new InputError(
      `Cannot show simulation ${
        JSON.stringify(show)
      }: expected the first digits of one id but found ` +
        `${count}; --list has them`,
    );
  }
  const [record] = found;
  const { timeframe, bars } = record.simulation;
  const title = `${simulationLabel(record.simulation)}, ${plural(bars, "bar")} of ${timeframe}`;
  return sweepText(await readResults(store, record), {
    title,
    by,
    order,
    top,
    color,
    ...(filter === undefined ? {} : { filter }),
  });
}
