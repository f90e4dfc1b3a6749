/** Why a trade was closed. The position in this list is the integer in the trade log. */
export const exitReasons = [
  "signal",
  "reverse",
  "stopLoss",
  "trailingStop",
  "takeProfit",
  "timeStop",
  "liquidation",
  "endOfData",
  "breakEven",
  "scaleOut",
  "sessionEnd",
] as const;

/** Why an order was refused or cancelled. The position in this list is the index of its counter. */
export const orderReasons = [
  "levelUndefined",
  "levelBeyondEntry",
  "priceNotPositive",
  "sizeUndefined",
  "sizeTooSmall",
  "buyingPower",
  "endOfData",
  "liquidation",
  "orderPriceUndefined",
  "expired",
  "cancelled",
  "sessionClosed",
  "maxTradesPerDay",
] as const;

/**
 * Why an order of user code, or the opening leg of one that closed a position, was refused or cancelled. The position in
 * this list is the integer in the order table and the index of its counter; those of a run with one asset come first.
 */
export const portfolioReasons = [
  ...orderReasons,
  "noPosition",
  "oco",
  "parent",
  "maxPositions",
] as const;

/** Why a trade was closed. */
export type ExitReason = typeof exitReasons[number];
/** Why an order was refused or cancelled. */
export type OrderReason = typeof orderReasons[number];
/** Why an order of user code was refused or cancelled. */
export type PortfolioReason = typeof portfolioReasons[number];
