import { runReference } from "../engine/reference/mod.ts";
import { assertCase, cases } from "./cases.ts";

for (const hand of cases) {
  Deno.test(`runReference() by hand: ${hand.name}`, () => {
    const { strategy, bars, settings, params, direction } = hand;
    assertCase(hand, runReference(strategy, bars, { settings, params, direction }));
  });
}
