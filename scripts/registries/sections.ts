import { functions } from "../../codegen/define/functions.ts";
import { type FunctionSpec, signature } from "../../codegen/define/function_spec.ts";
import { ruleSpecs, sizeSpecs } from "../../codegen/define/rules.ts";
import { statisticSections } from "../../engine/stats/registry.ts";
import { settingRows } from "./setting_rows.ts";

/** What one registry holds, as a table. */
export interface Section {
  readonly title: string;
  /** Headings of the columns; what is written as code comes first. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Functions of one kind: how each is written, and what it is. */
export function functionSection(title: string, kind: FunctionSpec["kind"]): Section {
  const specs = [...functions.values()].filter((spec) => spec.kind === kind);
  return {
    title,
    columns: ["Written", "Value"],
    rows: specs.map((spec) => [signature(spec), spec.summary]),
  };
}

/** The rules with the forms that their level may have, the one that needs no name first. */
export function ruleSection(): Section {
  return {
    title: "Rules",
    columns: ["Rule", "Forms", "What it does"],
    rows: Object.entries(ruleSpecs).map((
      [name, { forms, summary }],
    ) => [name, forms.join(", "), summary]),
  };
}

/** The sizes of an entry. */
export function sizeSection(): Section {
  return {
    title: "Sizes",
    columns: ["Size", "What is bought or sold"],
    rows: Object.entries(sizeSpecs).map(([name, { summary }]) => [name, summary]),
  };
}

/** The run settings by path. */
export function settingSection(): Section {
  return {
    title: "Settings",
    columns: ["Setting", "Default", "Values", "Meaning"],
    rows: settingRows(),
  };
}

/** The statistics of each heading. */
export function statisticTables(): Section[] {
  return statisticSections.map(({ title, statistics }) => ({
    title,
    columns: ["Statistic", "Unit", "Meaning", "Computed", "Metrics only", "No number when"],
    rows: statistics.map((
      { name, unit, summary, computed, undefinedWhen },
    ) => [name, unit, summary, computed, computed === "sorted" ? "no" : "yes", undefinedWhen]),
  }));
}
