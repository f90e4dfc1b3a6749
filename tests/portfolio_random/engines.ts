import { whyNotCompiled } from "../../engine/portfolio/compilable.ts";
import { runPortfolioCompiled } from "../../engine/portfolio/compiled/run.ts";
import type {
  Handlers,
  Panel,
  PortfolioOutput,
  PortfolioSettings,
} from "../../engine/portfolio/types.ts";
import { runPortfolioReference } from "../../engine/reference/portfolio/mod.ts";

/** An engine for runs over many assets. */
export interface Engine {
  readonly name: string;
  readonly run: (
    panel: Panel,
    handlers: Handlers,
    options: { readonly settings: PortfolioSettings },
  ) => PortfolioOutput;
  /** Whether it has all that settings ask for. */
  readonly has: (settings: PortfolioSettings) => boolean;
}

/** Both engines, the reference first. */
export const engines: readonly Engine[] = [
  { name: "runPortfolioReference", run: runPortfolioReference, has: () => true },
  {
    name: "runPortfolioCompiled",
    run: runPortfolioCompiled,
    has: (settings) => whyNotCompiled(settings) === undefined,
  },
];
