/** A message of several lines as one. */
export function oneLine(message: string): string {
  return message.replaceAll(/\s*\n\s*/g, " ");
}
