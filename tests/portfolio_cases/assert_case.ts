import { assert, assertEquals } from "@std/assert";
import { exitReasons } from "../../codegen/define/reasons.ts";
import {
  orderStatuses,
  type PortfolioOutput,
  portfolioReasons,
} from "../../engine/portfolio/types.ts";
import type { ExpectedOrder, ExpectedTrade, PortfolioCase } from "./case.ts";

/** Asserts that a run gave what was computed by hand; 1e-12 of room, for hands compute in decimals. */
export function assertCase({ name, expected }: PortfolioCase, output: PortfolioOutput): void {
  expected.orders?.forEach((order, row) =>
    assertOrder(`${name}: order ${row + 1}`, order, { output, row })
  );
  if (expected.orders !== undefined) {
    assertEquals(output.orders.count, expected.orders.length, `${name}: number of orders`);
  }
  assertEquals(output.trades.count, expected.trades.length, `${name}: number of trades`);
  expected.trades.forEach((trade, row) =>
    assertTrade(`${name}: trade ${row}`, trade, { output, row })
  );
  if (expected.equity !== undefined) {
    assertEquals(output.equity.length, expected.equity.length, `${name}: bars of equity`);
    expected.equity.forEach((value, t) =>
      assertNear(`${name}: equity[${t}]`, output.equity[t], value)
    );
  }
  if (expected.ledger !== undefined) {
    const { count, index, asset, cash, quantity } = output.ledger;
    const rows = Array.from({ length: count }, (_, row) =>
      [index, asset, cash, quantity].map(
        (column) => column[row],
      ));
    assertEquals(rows, expected.ledger.map((row) => [...row]), `${name}: ledger`);
  }
  assertEquals(output.ambiguousBars, expected.ambiguousBars ?? 0, `${name}: ambiguousBars`);
  assertNear(`${name}: ambiguousStake`, output.ambiguousStake, expected.ambiguousStake ?? 0);
  assertNear(`${name}: interest`, output.interest, expected.interest ?? 0);
  assertEquals(output.reducedOrders, expected.reducedOrders ?? 0, `${name}: reducedOrders`);
  assertEquals(output.ruinIndex, expected.ruinIndex ?? -1, `${name}: ruinIndex`);
}

function assertOrder(
  name: string,
  { status, reason, ...numbers }: ExpectedOrder,
  { output: { orders }, row }: { readonly output: PortfolioOutput; readonly row: number },
): void {
  const found = orders.reason[row] === -1 ? null : portfolioReasons[orders.reason[row]];
  assertEquals(orderStatuses[orders.status[row]], status, `${name}: status (${found})`);
  if (reason !== undefined) assertEquals(found, reason, `${name}: reason`);
  for (const [field, value] of Object.entries(numbers)) {
    assertNear(`${name}: ${field}`, orders[field as keyof typeof numbers][row], value);
  }
}

function assertTrade(
  name: string,
  { reason, ...numbers }: ExpectedTrade,
  { output: { trades }, row }: { readonly output: PortfolioOutput; readonly row: number },
): void {
  if (reason !== undefined) {
    const found = trades.reason[row];
    assertEquals(found === -1 ? "open" : exitReasons[found], reason, `${name}: reason`);
  }
  for (const [field, value] of Object.entries(numbers)) {
    assertNear(`${name}: ${field}`, trades[field as keyof typeof numbers][row], value);
  }
}

function assertNear(what: string, found: number, expected: number): void {
  const room = 1e-12 * Math.max(1, Math.abs(expected));
  assert(
    Object.is(found, expected) || Math.abs(found - expected) <= room,
    `${what}: expected ${expected} but found ${found}`,
  );
}
