/** Columns of the order table that every order has, in order; whole numbers or not. */
const always = [
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

/** Columns that only other orders than plain market orders need. */
const rarely = [
  ["orderType", true],
  ["orderFrom", true],
  ["orderFlags", true],
  ["orderLimit", false],
  ["orderStop", false],
  ["orderReached", true],
  ["orderStopForm", true],
  ["orderStopBy", false],
  ["orderTakeForm", true],
  ["orderTakeBy", false],
  ["orderFollowForm", true],
  ["orderFollowBy", false],
] as const;

/** Columns of the order table, in order; whole numbers or not. */
export const orderColumns = [...always, ...rarely] as const;

/** How many columns every order has; the others are empty until an order needs one of them. */
export const plainColumns: number = always.length;

/** Columns of the logs that say which asset it was. */
export const portfolioLogColumns = ["tradeAsset", "fillAsset"] as const;

/** What the amount of an order counts, as integers: the positions in the list of the portfolio's order kinds. */
export const quantityKind = {
  quantity: 0,
  value: 1,
  equityFraction: 2,
  risk: 3,
  equityRisk: 4,
  targetQuantity: 5,
  targetValue: 6,
  targetPercent: 7,
} as const;

/** Types of orders as integers: the positions in the list of the portfolio's order types. */
export const orderType = {
  market: 0,
  limit: 1,
  stop: 2,
  stopLimit: 3,
  trailingStop: 4,
  marketOnOpen: 5,
  limitOnOpen: 6,
  marketOnClose: 7,
  limitOnClose: 8,
} as const;

/** Bits of `orderFlags`. */
export const orderFlag = { reduceOnly: 1, queued: 2, reverse: 4 } as const;

/** Statuses of orders as integers: the positions in the list of the portfolio's order statuses. */
export const orderStatus = {
  waiting: 0,
  working: 1,
  filled: 2,
  cancelled: 3,
  expired: 4,
  rejected: 5,
} as const;

/** When in its bar something happens, as integers. */
export const moment = { open: 0, inside: 1, close: 2 } as const;
