import type { OrderReason } from "../../codegen/define/reasons.ts";
import type {
  ArmedLevel,
  FillEvent,
  RefusedEvent,
  TraceAction,
  TracedLevels,
  TracedOrder,
  TracedPosition,
} from "../../engine/reference/trace.ts";
import type { TraceRow } from "../../engine/run/trace_rows.ts";
import { formatPrice, formatTime, formatValue } from "../../engine/stats/format.ts";

/** One bar of a run as lines of text: time and prices, then what there is to tell. */
export function traceText(row: TraceRow): string {
  const { index, time, open, high, low, close, volume } = row;
  const prices = Object.entries({ open, high, low, close, volume })
    .map(([name, value]) => `${name} ${formatPrice(value)}`);
  const values = Object.entries(row.values).map(([name, value]) =>
    `${name} ${typeof value === "number" ? formatPrice(value) : value}`
  );
  const lines: [label: string, text: string][] = [
    ["values", values.join(", ")],
    ["signals", signalText(row)],
    ...row.levels.map((levels): [string, string] => ["levels", levelsText(levels)]),
    ...row.actions.map(actionLine),
    ...waiting(row).map((text): [string, string] => ["waits", text]),
    ["position", row.position === null ? "" : positionText(row.position)],
    ["account", accountText(row)],
  ];
  return [
    `Bar ${index}, ${formatTime(time)}: ${prices.join(", ")}`,
    ...lines.filter(([, text]) => text !== "").map(([label, text]) =>
      `  ${label.padEnd(9)} ${text}`
    ),
  ].join("\n");
}

/** The orders that waited before; what was queued on the bar has a line already. */
function waiting({ orders, actions }: TraceRow): string[] {
  const queued = actions.map((action) => action.type === "queued" ? orderText(action.order) : "");
  return orders.map(orderText).filter((text) => !queued.includes(text));
}

function signalText({ signals, enters }: TraceRow): string {
  if (signals.length === 0) return "";
  const enter = signals.some((signal) => signal.endsWith(".enter"));
  const silenced = enters === "unread"
    ? "; not read"
    : enter && enters !== "read"
    ? `; enters silenced by ${enters}`
    : "";
  return signals.join(", ") + silenced;
}

function levelsText(levels: TracedLevels): string {
  const { side, stop, stopInside, target, parts, trail, breakEven } = levels;
  const armed = (name: string, level: ArmedLevel | null): string[] =>
    level === null
      ? []
      : [`${name} ${formatPrice(level.price)}${level.armed ? "" : " (not in force)"}`];
  const found = [
    ...(stop === null ? [] : [`stop ${formatPrice(stop.price)} (${stop.reason})`]),
    ...(stopInside === null || stopInside.price === stop?.price
      ? []
      : [`inside the bar ${formatPrice(stopInside.price)} (${stopInside.reason})`]),
    ...(target === null ? [] : [`target ${formatPrice(target)}`]),
    ...parts.map(({ price, quantity }) => `part ${formatPrice(quantity)} at ${formatPrice(price)}`),
    ...armed("trail", trail),
    ...armed("break-even", breakEven),
  ];
  return found.length === 0 ? "" : `${side}: ${found.join(", ")}`;
}

function actionLine(action: TraceAction): [label: string, text: string] {
  switch (action.type) {
    case "queued":
      return ["queued", orderText(action.order)];
    case "fill":
      return ["fill", fillText(action)];
    case "refused":
      return refusalLine(action);
  }
}

function fillText(fill: FillEvent): string {
  const { what, side, quantity, base, price, fee, reason, order, signalIndex, held } = fill;
  const buys = (side === "long") === (what !== "exit");
  const why = reason ?? `${what}, ${order} order of the signal on bar ${signalIndex}`;
  const notes = [
    ...(price === base ? [] : [`base ${formatPrice(base)}`]),
    ...(fee === 0 ? [] : [`fee ${formatValue(fee, "money")}`]),
    ...(fill.reduced ? ["reduced to buying power"] : []),
    ...(fill.ambiguous ? ["ambiguous bar"] : []),
    `holds ${formatPrice(held)}`,
  ];
  return `${buys ? "buy" : "sell"} ${formatPrice(quantity)} at ${formatPrice(price)}: ${why}; ${
    notes.join(", ")
  }`;
}

/** The reasons for which an order that waits is taken out. */
const cancellations: ReadonlySet<OrderReason> = new Set(["cancelled", "endOfData", "liquidation"]);

function refusalLine({ reason, order }: RefusedEvent): [label: string, text: string] {
  const label = reason === "expired"
    ? "expired"
    : cancellations.has(reason)
    ? "cancelled"
    : "refused";
  return [label, label === reason ? orderText(order) : `${orderText(order)}: ${reason}`];
}

function orderText({ what, side, type, price, limit, lastIndex, reason }: TracedOrder): string {
  const kind: Record<TracedOrder["type"], string> = {
    market: "market at the next open",
    marketOnClose: "market at the next close",
    limit: `limit at ${formatPrice(price ?? NaN)}`,
    stop: `stop at ${formatPrice(price ?? NaN)}`,
    stopLimit: `stop at ${formatPrice(price ?? NaN)} with limit ${formatPrice(limit ?? NaN)}`,
  };
  return [
    `${side} ${what}${reason === null ? "" : ` (${reason})`}`,
    kind[type],
    ...(lastIndex === null ? [] : [`last bar ${lastIndex}`]),
  ].join(", ");
}

function positionText(position: TracedPosition): string {
  const { side, quantity, average, entryIndex, additions, pnl } = position;
  return [
    `${side} ${formatPrice(quantity)} at ${formatPrice(average)} since bar ${entryIndex}`,
    ...(additions === 0 ? [] : [`additions ${additions}`]),
    `profit ${formatValue(pnl, "money")}`,
  ].join(", ");
}

function accountText({ cash, equity, ruined }: TraceRow): string {
  const [money, value] = [cash, equity].map((amount) => formatValue(amount, "money"));
  return `cash ${money}, equity ${value}${ruined ? "; ruined, trading has ended" : ""}`;
}
