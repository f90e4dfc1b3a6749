import { didYouMean } from "../../../codegen/define/problem.ts";

/** The name that a mistyped one stands for as a remedy, or nothing: near to it, or of a setting without `settings.`. */
export function meantName(name: string, known: readonly string[]): { remedy?: string } {
  const setting = `settings.${name}`;
  return didYouMean(known.includes(setting) ? setting : name, known);
}
