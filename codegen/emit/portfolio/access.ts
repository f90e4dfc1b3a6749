import type { PortfolioProgram, PortfolioShape } from "../../program/portfolio_program.ts";
import { type Code, js, lines, name, when } from "../code.ts";
import { asMoney } from "../cost.ts";
import { reasonCode } from "../fill.ts";
import { wordsOf } from "../frame.ts";
import { type Access, type AccountField, type FilledCode, local, type OwnField } from "../names.ts";

/** What each asset has of its own, as columns of the account: whole numbers or not. */
export const assetColumns: readonly (readonly [
  word: AccountField | OwnField | "heldBars" | "timeBars",
  whole: boolean,
])[] = [
  ["quantity", false],
  ["side", true],
  ["entryPrice", false],
  ["entryIndex", true],
  ["entryFee", false],
  ["entrySlippage", false],
  ["opened", true],
  ["additions", true],
  ["heldFinancing", false],
  ["queuedExit", true],
  ["best", false],
  ["stop", false],
  ["target", false],
  ["trail", false],
  ["trailOn", true],
  ["risk", false],
  ["even", false],
  ["evenOn", true],
  ["evenOffset", false],
  ["stopForm", true],
  ["stopBy", false],
  ["takeForm", true],
  ["takeBy", false],
  ["trailForm", true],
  ["trailBy", false],
  ["trailAfterForm", true],
  ["trailAfterBy", false],
  ["evenForm", true],
  ["evenBy", false],
  ["heldBars", true],
  ["timeBars", false],
  ["largest", false],
  ["partsOut", true],
  ["partStart", true],
  ["partCount", true],
  ["partForm", true],
  ["partsClose", true],
  ["sessionAt", false],
  ["sessionZone", true],
  ["openedDay", false],
  ["openedCount", true],
];

/** Word of the array of an asset's field in the generated code. */
export function arrayWord(field: string): string {
  return `asset${field[0].toUpperCase()}${field.slice(1)}`;
}

/** A field of the asset `a`. */
export function field(word: typeof assetColumns[number][0]): Code {
  return js`${name(arrayWord(word))}[a]`;
}

const forms = ["stop", "take", "trail", "trailAfter", "even"]
  .flatMap((rule) => [`${rule}Form`, `${rule}By`]);
const parts = ["partStart", "partCount", "partForm", "partsClose"];
const own = Object.fromEntries(
  [...forms, ...parts, "sessionAt", "sessionZone"].map((word) => [word, field(word as OwnField)]),
) as Record<OwnField, Code>;

/** Where everything lives: what each asset has of its own at index `a`, the rest in local variables. */
const perAsset: Access = {
  ...local,
  ...Object.fromEntries(assetColumns.map(([word]) => [word, field(word)])),
  trailAfter: own.trailAfterBy,
  evenAfter: own.evenBy,
  own,
};

/** The account for fills by rules. */
export function byRules(shape: PortfolioShape): Access {
  return { ...perAsset, onFill: (fill) => emitBook(fill, shape, js`-1`) };
}

/** The account for fills by orders: each goes into the row of its order too. */
export function byOrders(shape: PortfolioShape): Access {
  return {
    ...perAsset,
    onFill: (fill) =>
      js`${emitOrderFill(fill)}
      ${emitBook(fill, shape, js`order`)}`,
  };
}

function emitOrderFill({ signed, price, fee }: FilledCode): Code {
  return js`const traded = Math.abs(${signed});
      const before = orderFilled[order];
      orderPrice[order] = before === 0 ? ${price} : (orderPrice[order] * before + ${price} * traded) / (before + traded);
      orderFilled[order] = before + traded;
      orderSide[order] = ${signed} > 0 ? 1 : -1;
      orderFee[order] += ${fee};`;
}

/** Takes a fill into the logs and the values of what is held, and tells of it. */
function emitBook(
  { signed, price, fee, does, reason }: FilledCode,
  shape: PortfolioShape,
  order: Code,
): Code {
  const closes = does === "reduce" || does === "close";
  const quantity = field("quantity");
  const after = does === "close"
    ? js`0`
    : does === "reduce"
    ? js`(${quantity} + ${signed}) * valuePrice[a]${asMoney(shape)}`
    : js`${quantity} * valuePrice[a]${asMoney(shape)}`;
  const why = reason ?? js`-1`;
  return js`fillAsset[fills] = a;
      ${when(closes, () => js`tradeAsset[trades - 1] = a;`)}
      if (valuePrice[a] !== valuePrice[a]) valuePrice[a] = ${price};
      {
        const value = ${after};
        heldValue = heldValue - assetValue[a] + value;
        grossValue = grossValue - Math.abs(assetValue[a]) + Math.abs(value);
        ${
    when(shape.credit, () =>
      js`shortValue = shortValue - (assetValue[a] < 0 ? -assetValue[a] : 0) + (value < 0 ? -value : 0);`)
  }
        assetValue[a] = value;
      }
      ${
    lines([
      when(does === "close", () => js`positions--;`),
      when(does === "open", () => js`positions++;`),
      when(does === "open" && shape.needs.timeStops, () => js`${field("heldBars")} = 0;`),
      when(shape.needs.told, () => {
        const at = order.text === "-1" ? js`1` : js`moment`;
        const pnl = closes ? js`tradePnl[trades - 1]` : js`0`;
        return js`host.filled(${order}, a, ${signed}, ${price}, ${fee}, ${pnl}, ${why}, ${at}, ${
          does === "close" ? js`true` : js`false`
        });`;
      }),
    ])
  }`;
}

/** Prices and numbers of the asset `a` that a body names, declared before it. */
export function withAsset(body: Code, { assetNumbers, shape }: PortfolioProgram): Code {
  const words = wordsOf(body);
  const prices = [["op", "open"], ["hi", "high"], ["lo", "low"], ["cl", "close"]]
    .filter(([word]) => words.has(word))
    .map(([word, column]) => js`const ${name(word)} = ${name(column)}[row + a];`);
  const named = [...assetNumbers.map(({ word }) => word), ...(shape.multiplier ? [times] : [])];
  const numbers = named.map((word, index) =>
    when(
      words.has(word),
      () => js`const ${name(word)} = ownNumbers[a * ${named.length} + ${index}];`,
    )
  );
  return js`${lines([...prices, ...numbers])}
    ${body}`;
}

/** Word of the multiplier, the last of an asset's numbers. */
const times = "multiplier";

/** The exit reason of an order's closing leg that an opening leg follows, and of one that none does. */
export const legReasons = { turns: reasonCode("reverse"), ends: reasonCode("signal") } as const;
