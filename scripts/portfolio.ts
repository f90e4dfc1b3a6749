#!/usr/bin/env -S deno run --allow-read --allow-write
/**
 * Runs target weights, a list of orders or a strategy over many assets: `--help` lists its flags, exit codes and what it writes.
 *
 * @module
 */
import { paint, showsColor } from "./command/paint.ts";
import { Phases } from "./command/phases.ts";
import { runCommand } from "./command/run_command.ts";
import { checkFlags } from "./portfolio/check_flags.ts";
import { portfolioCommand } from "./portfolio/flags.ts";
import { portfolioPage } from "./portfolio/portfolio_page.ts";
import { runPortfolio } from "./portfolio/run_portfolio.ts";
import { writePortfolio } from "./portfolio/write_portfolio.ts";

await runCommand(portfolioCommand, async (flags) => {
  const { options, rolling } = checkFlags(flags);
  const { json, quiet, out, format = "csv", exposure, verify: verified } = flags;
  const phases = new Phases();
  const result = await runPortfolio(flags, { options, phases });
  const text = json || out !== undefined
    ? await writePortfolio(result, { out, format, rolling, exposure, phases })
    : "";
  if (json) return console.log(text);
  if (quiet) return;
  const page = portfolioPage(result, { out, verified, phases });
  console.log(showsColor() ? paint(page) : page);
});
