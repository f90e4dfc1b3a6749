import type { Panel } from "../data/panel.ts";

/**
 * The index of an asset that is named by its symbol or index.
 *
 * @throws {RangeError} If the panel does not have it.
 */
export function assetIndex(
  { indexOf, assets }: Pick<Panel, "indexOf" | "assets">,
  named: string | number,
): number {
  const index = typeof named === "number" ? named : indexOf(named);
  if (Number.isInteger(index) && index >= 0 && index < assets) return index;
  const found = typeof named === "number" ? `index ${named}` : `"${named}"`;
  throw new RangeError(
    `Cannot find an asset: expected a symbol of the panel or an index from 0 to ${
      assets - 1
    } but found ${found}`,
  );
}
