/**
 * The offset of a time zone from UTC at any time, asked of `Intl` each time: milliseconds to add to UTC to get local time.
 *
 * @param zone IANA name.
 * @throws {RangeError} If there is no such zone.
 */
export function offsetAt(zone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    timeZoneName: "longOffset",
    // Of all that must stand beside the offset the quickest.
    year: "numeric",
  });
  return (time) => readOffset(format.format(time));
}

/** Reads `2024 GMT-05:00`; seconds occur in local mean times, and UTC itself is a bare `GMT`. */
function readOffset(text: string): number {
  const found = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (found === null) return 0;
  const [, sign, hours, minutes, seconds = "0"] = found;
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -size : size;
}
