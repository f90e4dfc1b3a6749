import { listOf, statisticSections } from "./list.ts";
import {
  orderFieldSection,
  orderTypeSection,
  portfolioReasonSection,
  portfolioSettingSection,
} from "./portfolio_sections.ts";
import { ruleSection } from "./sections.ts";

/** All that the settings, a file of orders and the result of a run over many assets may name, as text for a terminal. */
export function portfolioListText(): string {
  return listOf([
    portfolioSettingSection(),
    ruleSection(),
    orderFieldSection(),
    orderTypeSection(),
    portfolioReasonSection(),
    ...statisticSections(),
  ]);
}
