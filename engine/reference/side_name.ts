import type { SideSign } from "./plan.ts";

/** The name of a side. */
export function sideName(side: SideSign): "long" | "short" {
  return side === 1 ? "long" : "short";
}
