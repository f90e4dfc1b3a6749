import { formatValue } from "./format.ts";
import type { PeriodReturn } from "./period_returns.ts";
import { alignedTable } from "./table.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * Monthly returns as a table of years by months, with the year's return at the end of each line.
 *
 * @param monthly Monthly returns.
 * @param yearly Yearly returns of the same run.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const table = monthlyTable([{ year: 2024, month: 2, return: 0.05 }], [{ year: 2024, month: null, return: 0.05 }]);
 * assertEquals(table.split("\n")[1].split(/ +/), ["2024", "5.00%", "5.00%"]);
 * ```
 */
export function monthlyTable(
  monthly: readonly PeriodReturn[],
  yearly: readonly PeriodReturn[],
): string {
  const rows = yearly.map(({ year, return: total }) => {
    const cells = months.map(() => "");
    for (const row of monthly) {
      if (row.year === year && row.month !== null) cells[row.month - 1] = percent(row.return);
    }
    return [String(year), ...cells, percent(total)];
  });
  return alignedTable([["Year", ...months, "Year"], ...rows], "l" + "r".repeat(13));
}

/**
 * Yearly returns as a table of two columns.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(yearlyTable([{ year: 2024, month: null, return: 0.05 }]), "Year  Return\n2024   5.00%");
 * ```
 */
export function yearlyTable(yearly: readonly PeriodReturn[]): string {
  const rows = yearly.map((row) => [String(row.year), percent(row.return)]);
  return alignedTable([["Year", "Return"], ...rows], "lr");
}

function percent(value: number): string {
  return formatValue(value, "fraction");
}
