import { orderFields, orderTypeSummaries } from "../../engine/portfolio/order_fields.ts";
import { reasonSummaries } from "../../engine/portfolio/result/reason_summaries.ts";
import { portfolioConfigSchema } from "../schema/portfolio_config_schema.ts";
import type { Section } from "./sections.ts";
import { settingRows } from "./setting_rows.ts";

/** The settings of a run over many assets by path; those of an asset without a default are the account's. */
export function portfolioSettingSection(): Section {
  return {
    title: "Settings",
    columns: ["Setting", "Default", "Values", "Meaning"],
    rows: settingRows(portfolioConfigSchema()),
  };
}

/** The columns of a file of orders. */
export function orderFieldSection(): Section {
  return {
    title: "Columns of a file of orders",
    columns: ["Column", "Meaning"],
    rows: Object.entries(orderFields).map(([name, { summary }]) => [name, summary]),
  };
}

/** The types of orders. */
export function orderTypeSection(): Section {
  return {
    title: "Orders",
    columns: ["Type", "When it fills"],
    rows: Object.entries(orderTypeSummaries),
  };
}

/** Why orders come to nothing, as results count it. */
export function portfolioReasonSection(): Section {
  return {
    title: "Orders refused or cancelled",
    columns: ["Reason", "What happened"],
    rows: Object.entries(reasonSummaries),
  };
}
