import { orderColumns, plainColumns } from "../../../codegen/emit/portfolio/order_columns.ts";
import { byName, type ColumnsOf, growColumn, newColumn } from "../growing.ts";
import type { TimeInForce } from "../order_codes.ts";
import type { TrailDistance } from "../read_order.ts";

/** The columns of the table by name. */
export type TableColumns = ColumnsOf<typeof orderColumns>;

/** What few orders have. */
export interface OrderExtras {
  tif: TimeInForce;
  /** Of `gtd`: the last moment. */
  until: number;
  /** Local day of the first bar on which it worked; NaN before. */
  day: number;
  tag: string;
  group: string;
  /** Row of its parent; -1: none. */
  parent: number;
  /** Rows of its children, ascending. */
  children: number[] | undefined;
  trail: TrailDistance | undefined;
  /** Best price since a trailing stop was submitted; NaN before the asset has had one. */
  best: number;
}

/** Every order of a run, one a row, as columns that generated code reads and writes. The row of order number k is k - 1. */
export class OrderTable {
  /** Number of orders. */
  count = 0;
  /** The columns in the order of generated code; those that no order has needed yet are empty. */
  columns: readonly (Float64Array | Int32Array)[];
  /** The same columns by name. */
  at: TableColumns;
  /** Bar at whose close each was submitted. */
  submitted: Int32Array;
  readonly #extras = new Map<number, OrderExtras>();

  /** A table without orders, with room for some. */
  constructor(room: number) {
    this.columns = orderColumns.map(([, whole], index) =>
      newColumn(whole, index < plainColumns ? room : 0)
    );
    this.at = byName(orderColumns, this.columns);
    this.submitted = new Int32Array(room);
  }

  /** Whether there is more than plain market orders. */
  get hasAll(): boolean {
    return this.at.orderType.length > 0;
  }

  /** New rows of plain market orders, the first of which it returns; what is not said here is 0. */
  addPlain(
    count: number,
    { bar, kind, status, equity }: {
      readonly bar: number;
      readonly kind: number;
      readonly status: number;
      readonly equity: number;
    },
  ): number {
    const from = this.count;
    const to = this.count += count;
    while (to > this.submitted.length) this.#grow();
    const { at } = this;
    at.orderKind.fill(kind, from, to);
    at.orderStatus.fill(status, from, to);
    at.orderReason.fill(-1, from, to);
    at.orderEnd.fill(-1, from, to);
    at.orderEquity.fill(equity, from, to);
    this.submitted.fill(bar, from, to);
    return from;
  }

  /** A new row, with zeros but for what is said here. */
  add(bar: number): number {
    const row = this.count++;
    if (row >= this.submitted.length) this.#grow();
    const { orderReason, orderEnd, orderLimit, orderStop } = this.at;
    orderReason[row] = -1;
    orderEnd[row] = -1;
    this.submitted[row] = bar;
    if (orderLimit.length > 0) {
      orderLimit[row] = NaN;
      orderStop[row] = NaN;
    }
    return row;
  }

  /** Makes the columns that plain market orders do not need. */
  needAll(): void {
    if (this.hasAll) return;
    const room = this.submitted.length;
    this.#take(
      this.columns.map((column, index) => index < plainColumns ? column : growColumn(column, room)),
    );
    this.at.orderLimit.fill(NaN);
    this.at.orderStop.fill(NaN);
  }

  /** What an order has that few have; nothing of others. */
  extras(row: number): OrderExtras | undefined {
    return this.#extras.get(row);
  }

  /** The same, made where it is not there yet. */
  makeExtras(row: number): OrderExtras {
    const found = this.#extras.get(row);
    if (found !== undefined) return found;
    const made: OrderExtras = {
      tif: "gtc",
      until: NaN,
      day: NaN,
      tag: "",
      group: "",
      parent: -1,
      children: undefined,
      trail: undefined,
      best: NaN,
    };
    this.#extras.set(row, made);
    return made;
  }

  /** Forgets what only a living order needs: its best price, its group and its children. */
  forget(row: number): void {
    const found = this.#extras.get(row);
    if (found !== undefined && found.tif === "gtc" && found.tag === "" && found.parent < 0) {
      this.#extras.delete(row);
    }
  }

  /** Rows that have extras, with them. */
  withExtras(): Iterable<readonly [row: number, extras: OrderExtras]> {
    return this.#extras;
  }

  #grow(): void {
    const room = 4 * this.submitted.length;
    this.submitted = growColumn(this.submitted, room);
    const isThere = (column: Float64Array | Int32Array): boolean => column.length > 0;
    this.#take(
      this.columns.map((column) => isThere(column) ? growColumn(column, room) : column),
    );
  }

  #take(columns: readonly (Float64Array | Int32Array)[]): void {
    this.columns = columns;
    this.at = byName(orderColumns, columns);
  }
}
