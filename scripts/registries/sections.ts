import { functions } from "../../codegen/define/functions.ts";
import { type FunctionSpec, signature } from "../../codegen/define/function_spec.ts";
import { filterSpecs } from "../../codegen/define/filter.ts";
import { orderSpecs } from "../../codegen/define/orders.ts";
import { ruleSpecs } from "../../codegen/define/rules.ts";
import { type SizeField, sizeSpecs } from "../../codegen/define/sizes.ts";
import { refusalSummaries } from "../../engine/run/refused.ts";
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
    rows: Object.entries(ruleSpecs).map(([name, spec]) => {
      const after = "after" in spec ? `; after: ${spec.after.join(", ")}` : "";
      return [name, spec.forms.join(", ") + after, spec.summary];
    }),
  };
}

/** The orders of enters and exits, with what each is written with. */
export function orderSection(): Section {
  return {
    title: "Orders",
    columns: ["Type", "Written with", "When it fills"],
    rows: Object.entries(orderSpecs).map(([type, { prices, expires, summary }]) => {
      const fields = [...prices, ...(expires ? ["expires (left out: until it is cancelled)"] : [])];
      return [type, fields.join(", "), summary];
    }),
  };
}

/** Why orders come to nothing, as results count it. */
export function refusalSection(): Section {
  return {
    title: "Orders refused or cancelled",
    columns: ["Reason", "What happened"],
    rows: Object.entries(refusalSummaries),
  };
}

/** What a filter may say. */
export function filterSection(): Section {
  return {
    title: "Filter",
    columns: ["Field", "Example", "Meaning"],
    rows: Object.entries(filterSpecs).map((
      [field, { example, summary }],
    ) => [field, JSON.stringify(example), summary]),
  };
}

/** The sizes of an entry. */
export function sizeSection(): Section {
  return {
    title: "Sizes",
    columns: ["Size", "Made of", "What is bought or sold"],
    rows: Object.entries(sizeSpecs).map((
      [name, spec],
    ) => [name, "fields" in spec ? fieldsText(spec.fields) : "a number", spec.summary]),
  };
}

/** Names of fields; those that may be left out with their default. */
function fieldsText(fields: Readonly<Record<string, SizeField>>): string {
  return Object.entries(fields).map(([name, { default: standard }]) =>
    standard === undefined ? name : `${name} = ${standard}`
  ).join(", ");
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
