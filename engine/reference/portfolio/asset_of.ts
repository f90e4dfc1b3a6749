import { assetIndex } from "../../portfolio/asset_index.ts";
import type { Asset, Run } from "./state.ts";

/**
 * The asset of a symbol or index.
 *
 * @throws {RangeError} If the panel does not have it.
 */
export function assetOf(run: Run, named: string | number): Asset {
  return run.assets[assetIndex(run.panel, named)];
}
