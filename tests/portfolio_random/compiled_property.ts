import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { exitReasons } from "../../codegen/define/reasons.ts";
import {
  type Broker,
  type Handlers,
  orderStatuses,
  orderTypes,
  type Panel,
  type PortfolioOutput,
  portfolioReasons,
  type PortfolioSettings,
  type PositionView,
  quantityKinds,
} from "../../engine/portfolio/types.ts";
import { type Action, arbitraryActions, doing } from "./actions.ts";
import { bits } from "./bits.ts";
import { type Engine, engines } from "./engines.ts";
import { arbitraryPanel } from "./panels.ts";
import { arbitraryPortfolioSettings } from "./settings.ts";

interface Random {
  readonly panel: Panel;
  readonly actions: readonly (readonly Action[])[];
  readonly settings: PortfolioSettings;
  /** Whether code wants to be told of fills and orders. */
  readonly listens: boolean;
}

const arbitrary: fc.Arbitrary<Random> = fc.record({
  panel: arbitraryPanel,
  actions: arbitraryActions,
  settings: arbitraryPortfolioSettings,
  listens: fc.boolean(),
});

/** What a run gives, and all that its code was told and could read on the way. */
function record(
  { run }: Engine,
  { panel, actions, settings, listens }: Random,
): { readonly output: PortfolioOutput; readonly seen: readonly string[] } {
  const seen: string[] = [];
  const note = (what: object): void => void seen.push(Object.values(what).map(String).join());
  const heard: Handlers = listens
    ? { onFill: (_, fill) => note(fill), onOrder: (_, order) => note(order) }
    : {};
  const { onBar, ...others } = doing(actions, { symbols: panel.symbols, heard });
  const output = run(panel, {
    ...others,
    onBar: (broker, t, bars) => {
      onBar?.(broker, t, bars);
      note(accountOf(broker));
      for (const symbol of panel.symbols) note(fieldsOf(broker.position(symbol)));
    },
  }, { settings });
  return { output, seen };
}

function fieldsOf(view: PositionView): object {
  const { asset, symbol, quantity, average, value, pnl, entryIndex, barsHeld, stop, target } = view;
  return { asset, symbol, quantity, average, value, pnl, entryIndex, barsHeld, stop, target };
}

function accountOf({ cash, equity, exposure, buyingPower, orders, positions }: Broker): object {
  return {
    cash,
    equity,
    exposure,
    buyingPower,
    orders: orders().length,
    positions: positions().length,
  };
}

/** Runs both engines on random panels, orders and settings; returns how often each type, kind, status and reason occurred. */
export function comparePortfolioRuns(
  { runs, seed }: { readonly runs: number; readonly seed: number },
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (name: string, times = 1): void =>
    void counts.set(name, (counts.get(name) ?? 0) + times);
  const [reference, compiled] = engines;
  const property = fc.property(arbitrary, (random) => {
    if (!compiled.has(random.settings)) return count("in the reference only");
    const wanted = record(reference, random);
    const found = record(compiled, random);
    assertEquals(bits(found.output), bits(wanted.output));
    assertEquals(found.seen, wanted.seen);
    tally(wanted.output, count);
  });
  fc.assert(property, { numRuns: runs, seed });
  return counts;
}

function tally(
  { ledger, orders, trades, reducedOrders, ruinIndex }: PortfolioOutput,
  count: (name: string, times?: number) => void,
): void {
  count("fills", ledger.count);
  count("reduced", reducedOrders);
  if (ruinIndex >= 0) count("ruin");
  for (const reason of trades.reason) {
    count(reason < 0 ? "trade open" : `trade ${exitReasons[reason]}`);
  }
  for (let row = 0; row < orders.count; row++) {
    const status = orderStatuses[orders.status[row]];
    count(`order ${status}`);
    count(`${orderTypes[orders.type[row]]} ${status}`);
    count(`${quantityKinds[orders.kind[row]]} ${status}`);
    if (orders.reason[row] >= 0) count(`reason ${portfolioReasons[orders.reason[row]]}`);
  }
}
