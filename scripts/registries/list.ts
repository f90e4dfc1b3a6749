import { alignedTable } from "../../engine/stats/table.ts";
import {
  filterSection,
  functionSection,
  orderSection,
  refusalSection,
  ruleSection,
  type Section,
  settingSection,
  sizeSection,
  statisticTables,
} from "./sections.ts";

/** All that a definition, the settings and a result may name, as text for a terminal. */
export function listText(): string {
  return listOf([
    functionSection("Indicators", "indicator"),
    functionSection("Operators", "operator"),
    functionSection("Time", "time"),
    ruleSection(),
    sizeSection(),
    orderSection(),
    refusalSection(),
    filterSection(),
    settingSection(),
    ...statisticSections(),
  ]);
}

/** The statistics of each heading, which says what they are. */
export function statisticSections(): Section[] {
  return statisticTables()
    .map((section) => ({ ...section, title: `Statistics: ${section.title}` }));
}

/** Sections as text for a terminal. */
export function listOf(sections: readonly Section[]): string {
  return sections.map(sectionText).join("\n\n");
}

function sectionText({ title, columns, rows }: Section): string {
  const lines = [columns, ...rows].map((row) => ["", ...row]);
  return `${title}\n${alignedTable(lines, "")}`;
}
