/**
 * Code that drives a portfolio, which goes to Workers as this module: the strongest by their return over `days`, looked at
 * on every `every`-th bar, which each run counts for itself. It throws for a count of 4.
 *
 * @module
 */
import { type PortfolioCode, topBottom } from "../../mod.ts";

const rotation: PortfolioCode = ({ days, count, every = 5 }) => {
  if (count === 4) throw new Error("four are too many");
  let calls = 0;
  let last: Float64Array | undefined;
  return {
    weights: (_, bars) => {
      if (calls++ % every !== 0 && last !== undefined) return last;
      const before = bars.row("close", days);
      const gains = bars.row("close").map((now, asset) => now / before[asset] - 1);
      return last = topBottom(gains, count, 0);
    },
    buffer: 0.01,
  };
};

export default rotation;
