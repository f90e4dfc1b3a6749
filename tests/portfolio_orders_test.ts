import { assertEquals, assertThrows } from "@std/assert";
import {
  DataError,
  DefinitionError,
  type ListedOrder,
  parseOrders,
  portfolio,
  type Problem,
} from "../mod.ts";
import { closesPanel } from "./portfolio_panel.ts";

const panel = closesPanel(["A", "B"], [[10, 20], [11, 19], [12, 18], [13, 17]]);

Deno.test("Portfolio.orders() submits each order at the last close before its time", () => {
  const day = (number: number): string => `2024-01-0${number}`;
  const { orders } = portfolio(panel).orders([
    { time: day(3), symbol: "A", side: "buy", quantity: 3 },
    { time: "2023-06-01", symbol: "A", side: "buy", quantity: 1 },
    { time: "2024-01-02 09:30", symbol: "A", side: "buy", quantity: 4 },
    { time: day(2), symbol: "B", side: "buy", quantity: 2, tag: "two" },
    { time: day(9), symbol: "B", side: "buy", quantity: 5 },
  ]);
  assertEquals(
    orders.map((row) => [row.amount, row.submitIndex, row.endIndex, row.status, row.reason]),
    [
      [1, null, 0, "filled", ""],
      [2, 0, 1, "filled", ""],
      [3, 1, 2, "filled", ""],
      [4, 1, 2, "filled", ""],
      [5, 3, 3, "cancelled", "endOfData"],
    ],
  );
  assertEquals([orders[1].tag, orders[1].side, orders[1].type], ["two", "buy", "market"]);
});

Deno.test("Portfolio.orders() links children to rows of the list, whatever their order of submission", () => {
  const list: ListedOrder[] = [
    { time: "2024-01-03", symbol: "B", side: "buy", quantity: 1 },
    { time: "2024-01-02", symbol: "A", side: "buy", quantity: 5 },
    { time: "2024-01-02", symbol: "A", side: "sell", quantity: 5, limit: 12, parent: 2, oco: "x" },
    { time: "2024-01-02", symbol: "A", side: "sell", quantity: 5, stop: 9, parent: 2, oco: "x" },
  ];
  const { orders, rejected, trades } = portfolio(panel).orders(list);
  assertEquals(
    orders.map(({ symbol, type, status, reason, parent }) => [
      symbol,
      type,
      status,
      reason,
      parent,
    ]),
    [
      ["A", "market", "filled", "", null],
      ["A", "limit", "filled", "", 1],
      ["A", "stop", "cancelled", "oco", 1],
      ["B", "market", "filled", "", null],
    ],
  );
  assertEquals(rejected.oco, 1);
  assertEquals([trades[0].exitPrice, trades[0].pnl], [12, 5]);
});

Deno.test("Portfolio.orders() lets orders expire at a time, and at the end of a day that is named", () => {
  const order = { time: "2024-01-01", symbol: "A", side: "buy", quantity: 1, limit: 5 } as const;
  const { orders } = portfolio(panel).orders([
    { ...order, expires: "2024-01-02" },
    { ...order, expires: "2024-01-01 12:00" },
    { ...order, tif: "day" },
  ]);
  assertEquals(orders.map(({ tif, status, endIndex }) => [tif, status, endIndex]), [
    ["gtd", "expired", 2],
    ["gtd", "expired", 1],
    ["day", "expired", 1],
  ]);
});

Deno.test("Portfolio.orders() tells every order that cannot be, before it runs", () => {
  const good = { time: "2024-01-02", symbol: "A", side: "buy", quantity: 1 } as const;
  const list = [
    { ...good, symbol: "AA" },
    { ...good, time: "soon" },
    { ...good, quantity: 0 },
    { ...good, type: "limit" },
    { ...good, parent: 6 },
    { ...good, parent: 9 },
    { ...good, colour: "red" },
  ] as ListedOrder[];
  const error = assertThrows(() => portfolio(panel).orders(list), DefinitionError);
  assertEquals(error.problems.map(({ path }: Problem) => path), [
    "orders[0].symbol",
    "orders[1].time",
    "orders[2]",
    "orders[3]",
    "orders[6]",
    "orders[4].parent",
    "orders[5].parent",
  ]);
});

Deno.test("Portfolio.orders() refuses what is no list of orders", () => {
  for (const list of [null, {}, [null], [5]]) {
    assertThrows(() => portfolio(panel).orders(list as never), DefinitionError, "but found");
  }
});

Deno.test("parseOrders() reads columns in any order and case, quotes and empty cells", () => {
  const text =
    'Tag,time,SYMBOL,side,quantity,reduceonly,parent,limit\n"a, b",2024-01-02,A,buy,1,,,\n' +
    ",2024-01-03,B,sell,2,TRUE,1,18.5\n";
  assertEquals(parseOrders(text, panel), [
    { tag: "a, b", time: "2024-01-02", symbol: "A", side: "buy", quantity: 1 },
    {
      time: "2024-01-03",
      symbol: "B",
      side: "sell",
      quantity: 2,
      reduceOnly: true,
      parent: 1,
      limit: 18.5,
    },
  ]);
  assertEquals(parseOrders("time,symbol\n", panel), []);
});

Deno.test("parseOrders() names lines and columns of what it cannot read", () => {
  const header = "time,symbol,side,quantity\n";
  const pathsOf = (text: string): string[] =>
    assertThrows(() => parseOrders(text, panel), DefinitionError).problems.map((
      { path }: Problem,
    ) => path);
  assertEquals(pathsOf(`${header}2024-01-02,A,buy,1\n\n2024-01-02,C,buy,-1\n`), [
    "line 4.symbol",
    "line 4",
  ]);
  assertEquals(pathsOf(`${header}2024-01-02,A,buy,many\n2024-01-02,A\n`), [
    "line 2.quantity",
    "line 3",
  ]);
  assertThrows(() => parseOrders("time,symbol,sied\n", panel), DataError, 'did you mean "side"?');
  assertThrows(() => parseOrders("symbol,side\n", panel), DataError, "a column time");
  assertThrows(() => parseOrders("", panel), DataError, "a header");
});
