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
  const sections = [
    functionSection("Indicators", "indicator"),
    functionSection("Operators", "operator"),
    functionSection("Time", "time"),
    ruleSection(),
    sizeSection(),
    orderSection(),
    refusalSection(),
    filterSection(),
    settingSection(),
    ...statisticTables().map((section) => ({ ...section, title: `Statistics: ${section.title}` })),
  ];
  return sections.map(sectionText).join("\n\n");
}

function sectionText({ title, columns, rows }: Section): string {
  const lines = [columns, ...rows].map((row) => ["", ...row]);
  return `${title}\n${alignedTable(lines, "")}`;
}
