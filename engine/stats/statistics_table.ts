import type { Statistics } from "./gather.ts";
import { formatValue } from "./format.ts";
import { type StatisticSection, statisticSections } from "./registry.ts";
import { alignedTable, besides } from "./table.ts";

/**
 * Statistics under their headings in two columns, and below the reasons of those that are undefined.
 *
 * @param statistics What `computeStatistics` returned.
 * @param options `detail`: those that the first page leaves out, instead of those that it shows; `more`: rows to put under a
 * heading beside its statistics, label and text.
 * @returns Lines without line feed.
 */
export function statisticsTable(
  statistics: Statistics,
  { detail = false, more = {} }: { readonly detail?: boolean; readonly more?: MoreRows } = {},
): string[] {
  const sections = statisticSections.filter((section) => section.detail === detail);
  const blocks = sections.map((section) => [
    ...sectionLines(section, statistics),
    ...(more[section.title] ?? []).map(([label, text]) => line(label, text)),
  ]);
  const half = blocks.reduce((sum, block) => sum + block.length, 0) / 2;
  const left: string[] = [];
  const right: string[] = [];
  for (const block of blocks) {
    const column = left.length < half ? left : right;
    column.push(...(column.length ? [""] : []), ...block);
  }
  const reasons = reasonLines(sections, statistics);
  return [...besides(left, right), ...(reasons.length ? ["", ...reasons] : [])];
}

/** Rows of label and text by heading. */
export type MoreRows = Readonly<
  Record<string, readonly (readonly [label: string, text: string])[]>
>;

/** Wide enough for the longest label and a number of twelve digits, so that the sections' columns line up. */
const labelWidth = 20;
const valueWidth = 18;

function sectionLines(section: StatisticSection, { values }: Statistics): string[] {
  return [
    section.title,
    ...section.statistics.map(({ name, label, unit }) =>
      line(label, formatValue(values[name], unit))
    ),
  ];
}

function line(label: string, text: string): string {
  return `  ${label.padEnd(labelWidth)}${text.padStart(valueWidth)}`;
}

/** Each reason with the statistics that it concerns. */
function reasonLines(
  sections: readonly StatisticSection[],
  { reason: reasonOf }: Statistics,
): string[] {
  const labels = new Map<string, string[]>();
  for (const { statistics } of sections) {
    for (const { name, label } of statistics) {
      const reason = reasonOf(name);
      if (reason === undefined) continue;
      if (!labels.has(reason)) labels.set(reason, []);
      labels.get(reason)?.push(label);
    }
  }
  const rows = Array.from(labels).flatMap(([reason, names]) =>
    chunks(names).map((line, at) => [at === 0 ? `n/a, ${reason}:` : "", line.join(", ")])
  );
  return rows.length ? alignedTable(rows, "ll").split("\n") : [];
}

/** As many labels as fit in a line. */
const perLine = 5;

function chunks(names: readonly string[]): string[][] {
  return Array.from(
    { length: Math.ceil(names.length / perLine) },
    (_, at) => names.slice(at * perLine, (at + 1) * perLine),
  );
}
