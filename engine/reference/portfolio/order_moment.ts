/** When and at what price, before slippage, an order fills. */
export interface OrderMoment {
  /** Bar of the panel. */
  readonly t: number;
  /** The same bar as one of the asset. */
  readonly k: number;
  readonly base: number;
  readonly limit?: number | undefined;
  readonly at: "open" | "inside" | "close";
  /** How the price came to it inside the bar. */
  readonly as?: "limit" | "stop";
}
