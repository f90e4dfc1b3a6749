import type { Asset, Run } from "./state.ts";

/**
 * The asset of a symbol or index.
 *
 * @throws {RangeError} If the panel does not have it.
 */
export function assetOf(run: Run, named: string | number): Asset {
  const index = typeof named === "number" ? named : run.panel.symbols.indexOf(named);
  const asset = run.assets[index];
  if (asset === undefined) {
    const found = typeof named === "number" ? `index ${named}` : `"${named}"`;
    throw new RangeError(
      `Cannot find an asset: expected a symbol of the panel or an index from 0 to ${
        run.assets.length - 1
      } but found ${found}`,
    );
  }
  return asset;
}
