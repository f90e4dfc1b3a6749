import { refusalSummaries } from "../../run/refused.ts";
import type { PortfolioReason } from "../order_codes.ts";

/** What became of an order of a portfolio that was refused or cancelled, in one line. */
export const reasonSummaries: Readonly<Record<PortfolioReason, string>> = {
  ...refusalSummaries,
  levelUndefined: "A level or gain of a rule was no number when the position opened",
  cancelled: "Code, or a signal of the strategy, cancelled it",
  expired: "Its time ran out before its fill",
  noPosition: "It was to reduce a position, or add to one, that was there no more",
  oco: "Another order of its group filled",
  parent: "Its parent ended without a fill",
  maxPositions: "As many positions were open, or of a strategy asked for, as may be",
};
