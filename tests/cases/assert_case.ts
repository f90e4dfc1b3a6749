import { assert, assertEquals } from "@std/assert";
import { exitReasons, type OrderReason, orderReasons } from "../../codegen/define/reasons.ts";
import type { RunOutput } from "../../engine/run/output.ts";
import type { Case, ExpectedTrade } from "./case.ts";

/** Asserts that a run gave what was computed by hand; 1e-12 of room, for hands compute in decimals. */
export function assertCase({ name, expected }: Case, output: RunOutput): void {
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
    assertEquals(output.ledger.count, expected.ledger.length, `${name}: rows of the ledger`);
    expected.ledger.forEach(([index, cash, quantity], row) => {
      assertEquals(output.ledger.index[row], index, `${name}: ledger index ${row}`);
      assertNear(`${name}: ledger cash ${row}`, output.ledger.cash[row], cash);
      assertNear(`${name}: ledger quantity ${row}`, output.ledger.quantity[row], quantity);
    });
  }
  const refused = new Map<OrderReason, number>(
    orderReasons.map((reason) => [reason, expected.refused?.[reason] ?? 0]),
  );
  const found = new Map(orderReasons.map((reason, i) => [reason, output.refused[i]]));
  assertEquals(found, refused, `${name}: refused`);
  assertEquals(output.ambiguousBars, expected.ambiguousBars ?? 0, `${name}: ambiguousBars`);
  assertNear(`${name}: ambiguousStake`, output.ambiguousStake, expected.ambiguousStake ?? 0);
  assertNear(`${name}: interest`, output.interest, expected.interest ?? 0);
  assertEquals(output.reducedOrders, expected.reducedOrders ?? 0, `${name}: reducedOrders`);
  assertEquals(output.ruinIndex, expected.ruinIndex ?? -1, `${name}: ruinIndex`);
}

function assertTrade(
  name: string,
  { reason, ...numbers }: ExpectedTrade,
  { output, row }: { readonly output: RunOutput; readonly row: number },
): void {
  if (reason !== undefined) {
    const found = output.trades.reason[row];
    assertEquals(found === -1 ? "open" : exitReasons[found], reason, `${name}: reason`);
  }
  for (const [field, value] of Object.entries(numbers)) {
    const column = output.trades[field as keyof typeof numbers];
    assertNear(`${name}: ${field}`, column[row], value);
  }
}

function assertNear(what: string, found: number, expected: number): void {
  const room = 1e-12 * Math.max(1, Math.abs(expected));
  assert(Math.abs(found - expected) <= room, `${what}: expected ${expected} but found ${found}`);
}
