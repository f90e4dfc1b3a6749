import { type Account, signedQuantity } from "./account.ts";
import type { Market, Plan } from "./plan.ts";

const yearOf365Days = 365 * 86_400_000;

/** Step 0: what is held over from the bar before pays and earns, section 8. */
export function finance(account: Account, plan: Plan, t: number): void {
  if (t === 0) return;
  const { time, close } = plan.bars;
  const years = (time[t] - time[t - 1]) / yearOf365Days;
  const value = signedQuantity(account) * close[t - 1] * plan.multiplier;
  const { cash } = account;
  payForHolding(account, plan, { rate: plan.funding?.[t], years, value });
  // Proceeds of a short earn nothing.
  const balance = value < 0 ? cash - Math.abs(value) : cash;
  earnInterest(account, plan, { balance, years });
}

/** Borrowing costs of a short, and funding at a rate, where there is one. */
export function payForHolding(
  account: Account,
  plan: Market,
  { rate, years, value }: {
    readonly rate: number | undefined;
    readonly years: number;
    readonly value: number;
  },
): void {
  const { position } = account;
  if (position === undefined) return;
  const { borrow } = plan.settings.financing;
  const terms: number[] = [];
  if (position.side === -1 && borrow !== 0) terms.push(borrow * Math.abs(value) * years);
  if (rate !== undefined) terms.push((Number.isNaN(rate) ? 0 : rate) * value);
  if (terms.length === 0) return;
  const sum = terms.reduce((left, right) => left + right);
  account.cash = account.cash - sum;
  position.financing = position.financing + sum;
}

/** Interest on cash, and on cash below zero. */
export function earnInterest(
  account: Pick<Account, "cash" | "interest">,
  plan: Pick<Market, "settings">,
  { balance, years }: { readonly balance: number; readonly years: number },
): void {
  const { interest, marginInterest } = plan.settings.financing;
  const rate = balance > 0 ? interest : marginInterest;
  if (rate === 0 || balance === 0) return;
  const earned = rate * balance * years;
  account.cash = account.cash + earned;
  account.interest = account.interest + earned;
}
