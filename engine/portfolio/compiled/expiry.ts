import { orderStatus } from "../../../codegen/emit/portfolio/order_columns.ts";
import { localTime } from "../../data/local_time.ts";
import { endOrder, isAlive } from "./order_ends.ts";
import { codeOf, type RunState } from "./state.ts";

const day = 86_400_000;

/** Orders whose last bar is behind leave before a bar: its time is not known before it. */
export function expireBefore(run: RunState, t: number): void {
  if (run.timed.length === 0) return;
  run.timed = run.timed.filter((row) => isAlive(run, row));
  const time = run.panel.time[t];
  for (const row of run.timed) {
    if (!isAlive(run, row)) continue;
    const { tif, until, day: first } = run.table.extras(row)!;
    const isLate = tif === "gtd" && time > until;
    const isOtherDay = tif === "day" && first === first && first !== dayOf(run, t);
    if (isLate || isOtherDay) expire(run, row, t);
  }
}

/** At the end of a bar: day orders take the date of the first on which they worked; orders for one bar leave with it. */
export function expireAfter(run: RunState, t: number): void {
  if (run.timed.length === 0) return;
  for (const row of run.timed) {
    const extras = run.table.extras(row)!;
    if (extras.tif !== "day" || extras.day === extras.day || !hasWorked(run, row, t)) continue;
    extras.day = dayOf(run, t);
  }
  for (const row of run.timed) {
    const { tif } = run.table.extras(row)!;
    if ((tif === "ioc" || tif === "fok") && hasWorked(run, row, t)) expire(run, row, t);
  }
}

function dayOf({ panel, settings }: RunState, t: number): number {
  return Math.floor(localTime(panel.time, settings.zone)[t] / day);
}

function hasWorked({ table: { at }, panel }: RunState, row: number, t: number): boolean {
  if (at.orderStatus[row] !== orderStatus.working || at.orderFrom[row] > t) return false;
  return panel.present[t * panel.assets + at.orderAsset[row]] === 1;
}

function expire(run: RunState, row: number, bar: number): void {
  endOrder(run, row, { status: orderStatus.expired, reason: codeOf("expired"), bar });
}
