import { signedQuantity } from "../account.ts";
import { earnInterest, payForHolding } from "../financing.ts";
import { lastClose, type Run } from "./state.ts";

const yearOf365Days = 365 * 86_400_000;

/** Step 0: what is held over pays and earns from bar to bar of the panel, with a bar of its own or without. */
export function finance(run: Run, t: number): void {
  if (t === 0) return;
  const { panel, settings, book } = run;
  const years = (panel.time[t] - panel.time[t - 1]) / yearOf365Days;
  const funding = panel.columns.get(settings.financing.funding);
  const { cash } = book;
  let shorts = 0;
  for (const asset of run.assets) {
    const quantity = signedQuantity(asset.account);
    if (quantity === 0) continue;
    const value = quantity * lastClose(asset, t - 1) * asset.market.multiplier;
    if (value < 0) shorts = shorts + Math.abs(value);
    const rate = funding?.[t * panel.assets + asset.index];
    payForHolding(asset.account, asset.market, { rate, years, value });
  }
  // Proceeds of shorts earn nothing.
  earnInterest(book, { settings }, { balance: cash - shorts, years });
}
