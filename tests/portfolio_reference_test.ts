import { runPortfolioReference } from "../engine/reference/portfolio/mod.ts";
import { assertCase, portfolioCases } from "./portfolio_cases.ts";

for (const hand of portfolioCases) {
  Deno.test(`runPortfolioReference() by hand: ${hand.name}`, () => {
    const { panel, handlers, settings } = hand;
    assertCase(hand, runPortfolioReference(panel, handlers(), { settings }));
  });
}
