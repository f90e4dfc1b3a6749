import { assertCase, portfolioCases } from "./portfolio_cases.ts";
import { engines } from "./portfolio_random/engines.ts";

for (const engine of engines) {
  for (const hand of portfolioCases.filter(({ settings }) => engine.has(settings))) {
    Deno.test(`${engine.name}() by hand: ${hand.name}`, () => {
      const { panel, handlers, settings } = hand;
      assertCase(hand, engine.run(panel, handlers(), { settings }));
    });
  }
}
