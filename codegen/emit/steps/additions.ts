import { type Code, join, js, lines, when } from "../code.ts";
import { asMoney, correctFill, declareFill, emitFee, slipped, slips, toGrid } from "../cost.ts";
import { emitMovedPrice, type Entry, isSessionOver, rebased } from "../entry.ts";
import { emitFilled, emitLedger, heldUnits } from "../fill.ts";
import { emitBuyingPower, emitQuantity, emitReduced, refuse } from "../size.ts";
import type { Steps } from "./context.ts";
import { declareStop, gridStop, hasStops } from "./stops.ts";
import { emitEven } from "./take_in.ts";

/** Adds to the position, or counts why not: average price, and levels that follow it. */
export function emitAddition(entry: Entry, steps: Steps): Code {
  const { shape, at, holder } = steps;
  const { impact } = shape.slippage;
  const fees = shape.commission.any;
  const { limit } = entry;
  const fill = {
    base: js`base`,
    direction: holder.sign,
    ...(limit === undefined ? {} : { limit }),
  };
  const held = heldUnits(shape, at);
  const equity = js`(${at.cash} + ${at.quantity} * base)`;
  const power = entry.power ??
    js`${shape.leverage ? js`leverage * ${equity}` : equity} - held * base`;
  const sizing = { size: entry.size, equity: at.wantedEquity, stop: js`level` };
  return js`entry: {
      ${
    when(
      shape.session !== undefined,
      () => js`if (${entry.sessionOver ?? isSessionOver}) ${refuse("sessionClosed")}`,
    )
  }
      const base = ${entry.base};
      ${
    impact
      ? js`let fill = ${slipped(js`base`, holder.sign, shape)};
      ${correctFill(fill, shape)}`
      : declareFill(fill, shape)
  }
      if (!(fill > 0)) ${refuse("priceNotPositive")}
      ${when(shape.size === "riskOfEquity", () => declareStop(steps, false))}
      ${emitQuantity(sizing, shape, at)}
      ${when(impact, () => emitMovedPrice(fill, shape))}
      const held = ${held};
      ${emitBuyingPower({ power, refusable: true }, shape, at)}
      ${
    when(impact, () =>
      js`${emitMovedPrice(fill, shape)}
      if (!(fill > 0)) ${refuse("priceNotPositive")}
      ${emitFee(js`units`, js`fill`, shape)}`)
  }
      // Average and levels
      const average = (${at.entryPrice} * held + fill * units) / (held + units);
      ${entry.own?.rebase ?? emitRebase(steps)}
      ${emitReduced(shape, at)}
      const added = ${signed(holder.sign)};
      ${at.cash} = ${at.cash} - added * fill${asMoney(shape)}${fees ? js` - fee` : js``};
      ${at.quantity} += added;
      ${
    lines([
      when(fees, () => js`${at.entryFee} += fee;`),
      when(
        slips(shape),
        () => js`${at.entrySlippage} += Math.abs(fill - base) * units${asMoney(shape)};`,
      ),
      when(
        shape.scaleOut !== undefined,
        () => js`if (held + units > ${at.largest}) ${at.largest} = held + units;`,
      ),
    ])
  }
      ${at.additions}++;
      ${emitFilled({ signed: js`added`, price: js`fill`, does: "add" }, shape, at)}
      ${emitLedger(at)}
    }`;
}

function signed(sign: Code): Code {
  if (sign.text === "1") return js`units`;
  return sign.text === "-1" ? js`-units` : js`${sign} * units`;
}

/** Moves the levels with the average price; where one would be met at once, nothing changes. */
function emitRebase(steps: Steps): Code {
  const { shape, at, holder } = steps;
  const stop = shape.stop === "fraction"
    ? js`average * (${holder.back(js`1`, at.stopBy)})`
    : holder.back(js`average`, at.stopBy);
  const target = shape.take === "fraction"
    ? js`average * (${holder.forth(js`1`, at.targetBy)})`
    : shape.take === "distance"
    ? holder.forth(js`average`, at.targetBy)
    : holder.forth(js`average`, js`${at.targetBy} * ${at.risk}`);
  const moves = [
    { there: true, word: at.entryPrice, set: js`${at.entryPrice} = average;` },
    {
      there: rebased(shape.stop),
      word: at.stop,
      set: js`${at.stop} = ${stop};
        ${when(shape.tick, () => gridStop(at.stop, steps))}`,
    },
    {
      there: rebased(shape.take),
      word: at.target,
      set: js`${at.target} = ${target};
        ${when(shape.tick, () => toGrid(at.target, holder.sign))}`,
    },
    {
      there: shape.breakEven !== undefined,
      word: at.even,
      set: js`if (${at.evenOn} !== 0) {
        ${emitEven(steps)}
      }`,
    },
  ].filter(({ there }) => there);
  const met = [
    ...(hasStops(steps) ? [holder.atOrAbove(js`level`, js`fill`)] : []),
    ...(shape.take === undefined ? [] : [holder.atOrBelow(at.target, js`fill`)]),
  ];
  if (met.length === 0) return js`${moves.map(({ set }) => set)}`;
  const old = (word: Code): Code => js`${word}Old`;
  return js`${moves.map(({ word }) => js`const ${old(word)} = ${word};`)}
      ${moves.map(({ set }) => set)}
      {
        ${when(hasStops(steps), () => declareStop(steps, false))}
        if (${join(met, js` || `)}) {
          ${moves.map(({ word }) => js`${word} = ${old(word)};`)}
          ${refuse("levelBeyondEntry")}
        }
      }`;
}
