import type { Panel } from "../../engine/data/panel.ts";
import {
  portfolioSettings,
  type PortfolioSettingsInput,
} from "../../engine/portfolio/portfolio_settings.ts";
import { readGroups } from "../../engine/portfolio/read_groups.ts";
import { inFile } from "../command/in_file.ts";
import { readJson } from "../command/read_json.ts";
import { readingInput } from "../command/system_error.ts";
import type { PortfolioFlags } from "./check_flags.ts";

/**
 * Loads the settings of a portfolio that the flags ask for: those of `--config`, with the groups of `--groups`.
 *
 * @throws {InputError} If a file cannot be read or a setting cannot be used.
 */
export async function loadPortfolioSettings(
  panel: Panel,
  { config, groups }: Pick<PortfolioFlags, "config" | "groups">,
): Promise<PortfolioSettingsInput> {
  const written = config === undefined
    ? {}
    : await readJson(config, "the settings") as PortfolioSettingsInput;
  // Options that are no settings come from flags and never from the file.
  if (config !== undefined) inFile(config, () => portfolioSettings(written, panel));
  if (groups === undefined) return written;
  const read = await readingInput(`the groups ${groups}`, () => readGroups(groups, panel));
  return { ...written, groups: read };
}
