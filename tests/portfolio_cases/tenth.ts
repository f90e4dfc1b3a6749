import { makeCase, type PortfolioCase, type PortfolioCaseParts } from "./case.ts";

/** A case in which fills of an asset may take a tenth of a bar's volume; else as makeCase(). */
export function tenth(
  name: string,
  { settings, ...parts }: PortfolioCaseParts,
): PortfolioCase {
  return makeCase(name, { ...parts, settings: { participation: 0.1, ...settings } });
}
