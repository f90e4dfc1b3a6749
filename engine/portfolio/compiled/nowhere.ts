import { levelForms } from "../../../codegen/emit/own_level.ts";
import type { PortfolioNeeds } from "../../../codegen/program/portfolio_program.ts";
import type { AccountColumns } from "./account_columns.ts";

/** Gives positions that code without a rule has opened what its absence is to code with it: levels beyond every price. */
export function putNowhere(
  account: AccountColumns,
  before: PortfolioNeeds,
  after: PortfolioNeeds,
): void {
  const isNew = (name: keyof PortfolioNeeds): boolean => after[name] && !before[name];
  const hadLevels = before.stops || before.gains || before.trails;
  for (let a = 0; a < account.quantity.length; a++) {
    const side = account.side[a];
    if (side === 0) continue;
    const put = (name: keyof AccountColumns, value: number): void => {
      account[name][a] = value;
    };
    if (!hadLevels) put("risk", NaN);
    if (isNew("stops")) {
      put("stopForm", levelForms.none);
      put("stop", -side * Infinity);
    }
    if (isNew("gains")) {
      put("takeForm", levelForms.none);
      put("target", side * Infinity);
    }
    if (isNew("trails")) {
      put("trailForm", levelForms.none);
      put("trail", -side * Infinity);
    }
    if (isNew("trailsAfter")) {
      put("trailAfterForm", levelForms.none);
      put("trailOn", account.trailForm[a] === levelForms.none ? 0 : 1);
    }
    if (isNew("breakEven")) {
      put("evenForm", levelForms.none);
      put("evenOn", 0);
    }
    if (isNew("parts")) put("partCount", 0);
    if (isNew("sessions")) put("sessionAt", Infinity);
    if (isNew("timeStops")) put("timeBars", Infinity);
  }
}
