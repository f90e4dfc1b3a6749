import { didYouMean, type Problem } from "../../codegen/define/problem.ts";
import { isMissing, numberIn } from "../data/cell.ts";
import { DataError } from "../data/data_error.ts";
import type { Panel } from "../data/panel.ts";
import { recordLines } from "../data/records.ts";
import { textRecords } from "../data/text_records.ts";
import { checkOrders, type ListedOrder } from "./listed_orders.ts";
import { orderFields } from "./order_fields.ts";

const known: readonly string[] = Object.keys(orderFields);

/**
 * Reads orders from the text of a CSV file: one row an order, columns
 * `time,symbol,side,type,quantity,limit,stop,tif,expires,parent,oco,tag`, and also `value`, `targetQuantity`,
 * `targetValue`, `targetPercent`, `equityFraction`, `risk`, `equityRisk`, `trail` (a fraction), `reduceOnly` and `reverse`
 * (`true` or `false`); `time` and `symbol` at least, in any order and case.
 *
 * Empty cells are left out. `parent` is the number of a row, from 1 for the first below the header. Times are what
 * `parseTime` reads. Separators, quotes and blank lines are as in `parseBars`.
 *
 * @param text The text, with or without byte order mark.
 * @param panel The panel that they are for.
 * @returns The orders, to be given to `Portfolio.orders`.
 * @throws {DataError} Where the text is no such file.
 * @throws {DefinitionError} For orders that cannot be, with the lines of all of them.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const panel = { symbols: ["AAPL"], time: Float64Array.of(Date.UTC(2024, 0, 2)) };
 * const text = "time,symbol,side,quantity,limit\n2024-01-02,AAPL,buy,100,185.5\n";
 * assertEquals(parseOrders(text, panel), [
 *   { time: "2024-01-02", symbol: "AAPL", side: "buy", quantity: 100, limit: 185.5 },
 * ]);
 * ```
 */
export function parseOrders(
  text: string,
  panel: Pick<Panel, "symbols" | "time">,
): ListedOrder[] {
  return ordersOf(text, panel, "");
}

/**
 * Reads orders from a CSV file; see `parseOrders` for what it may hold. Needs permission to read the file.
 *
 * @param path Path or `file:` URL.
 * @param panel The panel that they are for.
 * @throws {DataError} As `parseOrders`, with the file's name.
 * @throws {DefinitionError} As `parseOrders`, with the file's name.
 */
export async function readOrders(
  path: string | URL,
  panel: Pick<Panel, "symbols" | "time">,
): Promise<ListedOrder[]> {
  const text = await Deno.readTextFile(path);
  return ordersOf(text, panel, path instanceof URL ? decodeURIComponent(path.pathname) : path);
}

function ordersOf(
  text: string,
  panel: Pick<Panel, "symbols" | "time">,
  source: string,
): ListedOrder[] {
  const attempted = `read the orders${source === "" ? "" : ` of ${source}`}`;
  const { body, records } = textRecords(text, { attempted, header: "time,symbol,side,quantity" });
  const names = namesOf(records.header, attempted);
  const lines = recordLines(body);
  const problems: Problem[] = [];
  const orders: ListedOrder[] = [];
  records.forEach(({ text, edges, cells }, row) => {
    const path = `line ${lines[row + 1]}`;
    if (cells !== names.length) {
      problems.push({ path, message: `Expected ${names.length} cells but found ${cells}` });
      return;
    }
    const order: Record<string, unknown> = {};
    names.forEach((name, cell) => {
      const found = text.slice(edges[2 * cell], edges[2 * cell + 1]).trim();
      const value = isMissing(found) && name !== "tag" && name !== "symbol"
        ? undefined
        : valueOf(name, found);
      if (value !== undefined && found !== "") order[name] = value;
      if (value === null) {
        const wanted = orderFields[name as keyof typeof orderFields].kind === "flag"
          ? "true or false"
          : "a number";
        problems.push({
          path: `${path}.${name}`,
          message: `Expected ${wanted} but found ${JSON.stringify(found)}`,
        });
        delete order[name];
      }
    });
    orders.push(order as unknown as ListedOrder);
  });
  // A row that could not be read would put those after it on wrong lines, and another quantity in its place.
  const pathOf = (index: number): string => `line ${lines[index + 1]}`;
  checkOrders(problems.length > 0 ? [] : orders, panel, { pathOf, problems, attempted });
  return orders;
}

function valueOf(name: string, found: string): string | number | boolean | null {
  const { kind } = orderFields[name as keyof typeof orderFields];
  if (kind === "text") return found;
  if (kind === "flag") return /^(?:true|false)$/i.test(found) ? /^t/i.test(found) : null;
  const value = numberIn(found, 0, found.length);
  return Number.isFinite(value) ? value : null;
}

/** Names of the columns as orders have them. */
function namesOf(header: readonly string[], attempted: string): string[] {
  const names = header.map((name) => {
    const plain = name.trim().toLowerCase();
    return known.find((own) => own.toLowerCase() === plain) ?? name.trim();
  });
  const wrong = names.flatMap((name, cell) => {
    if (!known.includes(name)) {
      const { remedy } = didYouMean(name, known);
      const expected = `one of ${known.join(", ")}` + (remedy === undefined ? "" : `; ${remedy}`);
      return [{ line: 1, column: name || String(cell + 1), value: name, expected }];
    }
    return names.indexOf(name) === cell
      ? []
      : [{ line: 1, column: name, value: name, expected: "one column of a name" }];
  });
  for (const name of ["time", "symbol"]) {
    if (names.includes(name)) continue;
    wrong.push({ line: 1, column: name, value: header.join(), expected: `a column ${name}` });
  }
  if (wrong.length > 0) throw new DataError(wrong, { attempted });
  return names;
}
