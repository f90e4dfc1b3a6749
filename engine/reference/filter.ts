import type { Filter } from "../../codegen/define/types.ts";
import { dateOf, type LocalTime, localTimes } from "./local_time.ts";

/** Whether enters are read, bar by bar. */
export function filterPasses(filter: Filter | undefined, time: Float64Array): readonly boolean[] {
  if (filter === undefined) return Array.from(time, () => true);
  return localTimes(time, filter.zone).map((local) => passes(filter, local));
}

function passes(filter: Filter, { date, weekday, minute }: LocalTime): boolean {
  if (filter.from !== undefined && date < dateOf(filter.from)) return false;
  if (filter.to !== undefined && date > dateOf(filter.to)) return false;
  if (filter.weekdays !== undefined && !filter.weekdays.includes(weekday)) return false;
  if (filter.hours === undefined) return true;
  const [from, to] = filter.hours;
  return from > to ? minute >= from || minute < to : minute >= from && minute < to;
}
