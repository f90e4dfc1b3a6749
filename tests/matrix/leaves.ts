/** The values of nested plain data by their dotted path, in order. */
export function leaves(value: unknown, path = ""): [path: string, value: unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) =>
    leaves(item, path === "" ? key : `${path}.${key}`)
  );
}
