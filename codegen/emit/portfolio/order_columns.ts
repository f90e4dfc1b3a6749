/** Columns of the table of market orders, in order; whole numbers or not. */
export const orderColumns = [
  ["orderAsset", true],
  ["orderSide", true],
  ["orderKind", true],
  ["orderStatus", true],
  ["orderReason", true],
  ["orderEnd", true],
  ["orderAmount", false],
  ["orderEquity", false],
  ["orderClosed", false],
  ["orderFilled", false],
  ["orderPrice", false],
  ["orderFee", false],
] as const;

/** Columns of the logs that say which asset it was. */
export const portfolioLogColumns = ["tradeAsset", "fillAsset"] as const;

/** What the amount of an order counts, as integers: the positions in the list of the portfolio's order kinds. */
export const quantityKind = {
  quantity: 0,
  value: 1,
  targetQuantity: 5,
  targetValue: 6,
  targetPercent: 7,
} as const;

/** Why an order was refused: as many positions as allowed are open. Other reasons are positions in the list of one asset's. */
export const reasonOfPositions = -2;

/** Statuses of orders as integers: the positions in the list of the portfolio's order statuses. */
export const orderStatus = { working: 1, filled: 2, cancelled: 3, rejected: 5 } as const;
