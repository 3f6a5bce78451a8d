/** Tell a day or an instant, ISO 8601, UTC where no zone is given. */
export function isMoment(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(value) &&
    !Number.isNaN(Date.parse(value.slice(0, 10)))
  );
}

/** Write a day or an instant as an instant, UTC: "2024-03-23T12:00" as "2024-03-23T12:00:00.000Z". */
export function toInstant(moment: string): string {
  const isZoned = !moment.includes('T') || /(?:Z|[+-]\d{2}:?\d{2})$/.test(moment);
  return new Date(isZoned ? moment : `${moment}Z`).toISOString();
}
