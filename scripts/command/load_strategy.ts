import { DefinitionError } from "../../codegen/define/problem.ts";
import { strategy, type StrategyInput } from "../../codegen/define/strategy.ts";
import type { Strategy } from "../../codegen/define/types.ts";
import type { PortfolioCode } from "../../engine/sweep/portfolio/driver.ts";
import { InputError } from "./input_error.ts";
import { readJson } from "./read_json.ts";
import { inFile } from "./in_file.ts";
import { readingInput } from "./system_error.ts";

/**
 * Loads a strategy from a `.json` file, or from a `.ts` or `.js` module whose default export is a strategy or its
 * definition.
 *
 * @param place Path or URL. A path needs permission to read it, a URL of another machine permission to import from there.
 * @throws {InputError} If it cannot be loaded or is no valid definition, with every problem at once.
 */
export async function loadStrategy(place: string): Promise<Strategy> {
  const made = await loadDefinition(place);
  if (typeof made !== "function") return made;
  throw new InputError(
    `Cannot load the strategy ${place}: expected strategy(...) as its default export but found ` +
      "a function, which scripts/sweep.ts runs over many assets",
  );
}

/**
 * Loads a strategy, or the code of a portfolio: a module whose default export is a function.
 *
 * @throws {InputError} As `loadStrategy`.
 */
export async function loadDefinition(place: string): Promise<Strategy | PortfolioCode> {
  const isUrl = isAddress(place);
  const name = isUrl ? new URL(place).pathname : place;
  const remote = isUrl && !/^file:/i.test(place);
  const extension = /\.(\w+)$/.exec(name)?.[1].toLowerCase();
  if (extension === "json" && !remote) {
    const definition = await readJson(isUrl ? new URL(place) : place, "the strategy");
    return inFile(place, () => strategy(definition as StrategyInput));
  }
  if (!remote && !["ts", "js", "mts", "mjs"].includes(extension ?? "")) {
    throw new InputError(
      `Cannot load the strategy ${place}: expected a .json file, or a .ts or .js module`,
    );
  }
  const url = await moduleUrl(place);
  const options = extension === "json" ? { with: { type: "json" } } : {};
  const { default: exported } = await importing(place, () => import(url, options));
  if (typeof exported === "function") return exported;
  if (typeof exported !== "object" || exported === null) {
    throw new InputError(
      `Cannot load the strategy ${place}: expected strategy(...) as its default export but found ` +
        (exported === undefined ? "none" : String(exported)),
    );
  }
  return inFile(place, () => adopt(exported));
}

/** The URL of a module from its path or URL. */
export async function moduleUrl(place: string): Promise<string> {
  return isAddress(place) ? new URL(place).href : await pathUrl(place);
}

/** Whether a place is a URL, not a path. */
function isAddress(place: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(place) && URL.canParse(place);
}

async function pathUrl(path: string): Promise<string> {
  const whole = await readingInput(`the strategy ${path}`, () => Deno.realPath(path));
  const { toFileUrl } = await import("npm:deno-std@1.4.0/path/to_file_url.js");
  return (toFileUrl as (path: string) => URL)(whole).href;
}

/** What goes wrong in a user's module is the user's to put right: the message and the place, but no stack. */
async function importing<T>(place: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Error)) {
      throw new InputError(`Cannot load the strategy ${place}: it threw ${String(error)}`);
    }
    const kind = error instanceof DefinitionError ? "" : `${error.name}: `;
    const message = error.message.replace(colors, "");
    const at = /\n\s+at .*?((?:file|https?):[^\s)]+)/.exec(error.stack ?? "")?.[1];
    const known = at === undefined || at.startsWith(import.meta.url) || message.includes(at);
    const where = known ? "" : `\n  at ${at}`;
    throw new InputError(`Cannot load the strategy ${place}: ${kind}${message}${where}`, {
      cause: error,
    });
  }
}

/** What Deno puts into messages about modules. */
// deno-lint-ignore no-control-regex
const colors = /\x1b\[[\d;]*m/g;

/** A strategy made by another copy of the library, as a module that imports one by URL does, goes through its JSON. */
function adopt(exported: object): Strategy {
  const made = "hash" in exported && "toJSON" in exported && typeof exported.toJSON === "function";
  try {
    return strategy(exported as Strategy);
  } catch (error) {
    if (!made || !(error instanceof DefinitionError)) throw error;
    return strategy(JSON.parse(jsonOf(exported)));
  }
}

/** The JSON of a strategy of another copy, whose errors are of another class. */
function jsonOf(exported: object): string {
  try {
    return JSON.stringify(exported);
  } catch (error) {
    if (!(error instanceof Error) || !("problems" in error)) throw error;
    const problems = error.problems as DefinitionError["problems"];
    throw new DefinitionError("use a strategy of another copy of the library", problems);
  }
}
