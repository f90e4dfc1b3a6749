import { type Code, js, name } from "../code.ts";
import { type Access, type AccountField, local } from "../names.ts";

/** What each asset has of its own, as columns of the account: whole numbers or not. */
export const assetColumns: readonly (readonly [word: AccountField, whole: boolean])[] = [
  ["quantity", false],
  ["side", true],
  ["entryPrice", false],
  ["entryIndex", true],
  ["entryFee", false],
  ["entrySlippage", false],
  ["opened", true],
  ["additions", true],
  ["heldFinancing", false],
];

/** Word of the array of an asset's field in the generated code. */
export function arrayWord(field: string): string {
  return `asset${field[0].toUpperCase()}${field.slice(1)}`;
}

/** The account as it is kept for many assets: what each has of its own at index `a`, the rest in local variables. */
export const perAsset: Access = {
  ...local,
  ...Object.fromEntries(assetColumns.map(([word]) => [word, js`${name(arrayWord(word))}[a]`])),
};

/** The same for fills by orders: each goes into the row of its order. */
export const byOrder: Access = {
  ...perAsset,
  onFill: ({ signed, price, fee }) =>
    js`${emitOrderFill(signed, price)}
      orderFee[order] += ${fee};`,
};

function emitOrderFill(signed: Code, price: Code): Code {
  return js`const traded = Math.abs(${signed});
      const before = orderFilled[order];
      orderPrice[order] = before === 0 ? ${price} : (orderPrice[order] * before + ${price} * traded) / (before + traded);
      orderFilled[order] = before + traded;
      orderSide[order] = ${signed} > 0 ? 1 : -1;
      if (valuePrice[a] !== valuePrice[a]) valuePrice[a] = ${price};`;
}
