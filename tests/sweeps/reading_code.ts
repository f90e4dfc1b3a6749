/**
 * Code of a portfolio that reads a file, in Workers only.
 *
 * @module
 */
import type { PortfolioCode } from "../../mod.ts";

const curious: PortfolioCode = ({ share }) => ({
  onBar: (broker, t) => {
    if (!("window" in globalThis) && "postMessage" in globalThis && share > 0.5) {
      Deno.readTextFileSync(new URL(import.meta.url));
    }
    if (t === 0) broker.orderTargetPercent(0, share);
  },
});

export default curious;
