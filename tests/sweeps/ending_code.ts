/**
 * Code of a portfolio that ends its Worker where `share` is 0.2, and never comes to an end where it is 0.3.
 *
 * @module
 */
import type { PortfolioCode } from "../../mod.ts";

const isWorker = !("window" in globalThis) && "postMessage" in globalThis;

const ending: PortfolioCode = ({ share }) => ({
  onBar: (broker, t) => {
    if (isWorker && share === 0.2) (globalThis as unknown as { close(): void }).close();
    while (isWorker && share === 0.3);
    if (t === 0) broker.orderTargetPercent(0, share);
  },
});

export default ending;
