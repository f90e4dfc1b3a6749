import { makePanel } from "../../data/make_panel.ts";
import type { Panel } from "../../data/panel.ts";
import { type Portfolio, portfolio } from "../../portfolio/portfolio.ts";
import { resolveSampling, type Sampling } from "../../stats/sampling.ts";
import { type SetsRunner, setStates } from "../job.ts";
import { paramsOf } from "../params_of.ts";
import { codeOf, drive, type PortfolioCode } from "./driver.ts";
import type { PortfolioJob } from "./job.ts";
import { writeSetRow } from "./set_rows.ts";

/** The account of sets that have the same settings. */
interface Account {
  readonly variant: number;
  readonly account: Portfolio;
  readonly sampling: Sampling;
}

/** Runs sets of a job over a panel in this thread, one after the other; of a run nothing is kept but its row. */
export class PortfolioSetRunner implements SetsRunner {
  /** Sets share no work: a Worker that dies takes one with it. */
  readonly piece = 1;
  readonly #job: PortfolioJob;
  readonly #panel: Panel;
  readonly #code: PortfolioCode;
  #account: Account | undefined;

  /**
   * Makes what all sets have in common.
   *
   * @throws {DefinitionError} For a definition that is neither code nor a strategy.
   */
  constructor(job: PortfolioJob, definition: unknown) {
    this.#job = job;
    this.#panel = makePanel(job.panel);
    this.#code = codeOf(definition, job.strategy);
  }

  /** Runs the sets from `from` to `to`; each is a unit of work. Throws what the code throws. */
  *run(from: number, to: number): Generator<number> {
    const { store } = this.#job;
    for (let set = from; set < to; set++) {
      const params = Object.fromEntries(paramsOf(this.#job, set));
      const { account, sampling } = this.#accountOf(set);
      const result = drive(account, () => this.#code({ ...params }));
      const { equity, statistics, statisticReasons } = result;
      const { cash } = account.settings;
      writeSetRow(store, set, { equity, cash, sampling, statistics, statisticReasons });
      Atomics.store(store.states, set, setStates.done);
      yield 1;
    }
  }

  #accountOf(set: number): Account {
    const { variants, settings, simMode, benchmark } = this.#job;
    const variant = variants[set];
    if (this.#account?.variant === variant) return this.#account;
    const account = portfolio(this.#panel, {
      ...settings[variant],
      simMode,
      ...(benchmark === undefined ? {} : { benchmark }),
    });
    const sampling = resolveSampling(this.#panel.time, account.settings.statistics);
    return this.#account = { variant, account, sampling };
  }
}
