/**
 * The code of portfolio_sweep_bench.ts: the strongest assets by their return over `days`, looked at every `every` bars.
 *
 * @module
 */
import type { PortfolioCode } from "../engine/sweep/mod.ts";
import { topBottom } from "../engine/portfolio/top_bottom.ts";

const rotation: PortfolioCode = ({ days, count, every }) => ({
  weights: (_, bars) => {
    const before = bars.row("close", days);
    const gains = bars.row("close");
    for (let asset = 0; asset < gains.length; asset++) gains[asset] /= before[asset];
    return topBottom(gains, count, 0);
  },
  every,
  buffer: 0.01,
});

export default rotation;
